import { login } from '../lab/matrix-client.ts'
import { type Given, givenTo, isAsExpected, type LocalSurface, type Step, twice } from './every-surface.ts'

export interface MasStep extends Step {
  check?: boolean
  /** The password that logs in afterwards, and one that does not. */
  password?: string
  no?: string
  /** What the login that fails may be answered with; default: 403. */
  noStatus?: number[]
}

export const first = `-C0rrect {{ 7*7 }} "horse" 'é`
const second = 'another $HOME battery --staple'

/** Each operation done, and done again, on an account NAME that every surface has for itself. */
export function storyOfMas(): MasStep[] {
  const john = { username: 'NAME' }
  const token = { token: 'NAME-token' }
  return [
    {
      operation: 'register-user',
      given: { ...john, password: first, email: 'NAME@example.org' },
      says: /^Would create .*, an ordinary user/,
      changed: true,
      check: true,
    },
    { operation: 'show-user', given: john, says: /There is no account @NAME:example.org/, failed: true },
    {
      operation: 'register-user',
      given: { ...john, password: first, email: 'NAME@example.org, NAME@example.com' },
      says: /^Created .*, an ordinary user/,
      changed: true,
      password: first,
    },
    {
      operation: 'register-user',
      given: { ...john, password: second },
      says: /already exists/,
      password: first,
      no: second,
    },
    { operation: 'show-user', given: john, says: /is an account of this server/ },
    { operation: 'list-users', given: { name: 'NAME' }, says: /The accounts of example.org/ },
    { operation: 'list-sessions', given: john, says: /The sessions of @NAME:example.org/ },
    ...twice('promote-admin', john, /is now a server admin\./, /is already a server admin/),
    { operation: 'list-users', given: { admins: 'yes' }, says: /The accounts of example.org/ },
    ...twice('demote-admin', john, /is now an ordinary user\./, /is already an ordinary user/),
    { operation: 'lock-user', given: john, says: /would be locked/, changed: true, check: true },
    ...twice('lock-user', john, /^Locked /, /is already locked/),
    ...twice('unlock-user', john, /^Unlocked /, /is not locked/),
    ...twice('suspend-user', john, /^Suspended /, /is already suspended/),
    ...twice('unsuspend-user', john, /is no longer suspended/, /is not suspended/),
    ...twice(
      'set-display-name',
      { ...john, display_name: 'NAME {{ 7*7 }} É' },
      /set to NAME \{\{ 7\*7 \}\} É\./,
      /is already NAME /,
    ),
    ...twice('set-kind', { ...john, kind: 'bot' }, /^Kind of .* set to bot\./, /is already of the kind bot/),
    ...twice('set-kind', { ...john, kind: 'user' }, /^Kind of .* set to user\./, /is already of the kind user/),
    ...twice(
      'add-email',
      { ...john, email: 'NAME@example.net' },
      /^Added NAME@example.net to /,
      /already has the address NAME@example.net/,
    ),
    {
      operation: 'add-email',
      given: { ...john, email: 'a..b@example.org' },
      says: /"a..b@example.org" is not an e-mail address/,
      failed: true,
    },
    {
      operation: 'set-password',
      given: { ...john, password: second },
      says: /^The password of .* would change/,
      changed: true,
      check: true,
      password: first,
    },
    {
      operation: 'set-password',
      given: { ...john, password: second },
      says: /^Password changed for /,
      changed: true,
      password: second,
      no: first,
    },
    {
      operation: 'set-password',
      given: { ...john, password: 'eightchr' },
      says: /too weak for the server \(it requires a zxcvbn score of 3, which takes more than 8 characters/,
      failed: true,
      password: second,
    },
    {
      operation: 'set-password',
      given: { ...john, password: 'password123' },
      says: /too weak for the server \(HTTP 400 Password is too weak\)/,
      failed: true,
      password: second,
    },
    {
      operation: 'set-password',
      given: { ...john, password: 'password123', accept_weak_password: 'yes' },
      says: /^Password changed for /,
      changed: true,
      password: 'password123',
    },
    {
      operation: 'create-access-token',
      given: { ...john, device_name: 'bot', expires: '7d' },
      says: /^Created an access token of @NAME:example.org\. To revoke it: logout-user NAME --session \w{26}/,
      changed: true,
    },
    ...twice('logout-user', john, /^Logged out .* everywhere/, /has no sessions/),
    { operation: 'deactivate-user', given: john, says: /^Not confirmed/, failed: true },
    ...twice('deactivate-user', { ...john, yes: 'yes' }, /^Deactivated /, /is already deactivated/),
    { operation: 'lock-user', given: john, says: /is deactivated\. To bring it back/, failed: true },
    { operation: 'promote-admin', given: john, says: /is deactivated\. To bring it back/, failed: true },
    {
      operation: 'set-password',
      given: { ...john, password: second },
      says: /is deactivated\. To bring it back/,
      failed: true,
      no: second,
    },
    ...twice('reactivate-user', john, /is active again, with its old password/, /is active\./),
    { operation: 'show-user', given: john, says: /is an account/, password: 'password123' },
    {
      operation: 'lock-user',
      given: { username: 'NAMEE' },
      says: /There is no account @NAMEE:example.org \(similar: .*NAME/,
      failed: true,
    },
    {
      operation: 'register-user',
      given: { username: 'NAME-weak', password: 'eightchr' },
      says: /too weak for the server \(it requires/,
      failed: true,
    },
    { operation: 'show-user', given: { username: 'NAME-weak' }, says: /There is no account/, failed: true },
    {
      operation: 'register-user',
      given: { username: 'NAME-weak', password: 'password123' },
      says: /too weak .*@NAME-weak:example.org was created, but has no password yet/,
      changed: true,
      failed: true,
      no: 'password123',
    },
    {
      operation: 'register-user',
      given: { username: 'NAME-weak', password: first, admin: 'yes' },
      says: /Created @NAME-weak:example.org, a server admin/,
      changed: true,
      password: first,
    },
    {
      operation: 'register-user',
      given: { username: 'NAME-weak', password: second },
      says: /already exists/,
      password: first,
    },
    {
      operation: 'register-user',
      given: { username: 'NAME-weaker', password: 'eightchr', accept_weak_password: 'yes' },
      says: /^Created /,
      changed: true,
      password: 'eightchr',
    },
    {
      operation: 'register-user',
      given: { username: 'NAME-mail', password: first, email: 'a@b@c' },
      says: /"a@b@c" is not an e-mail address/,
      failed: true,
    },
    {
      operation: 'register-user',
      given: { username: 'NAME-mail', password: first, email: 'taken@example.org' },
      says: /taken@example.org could not be added \(another account has it\)/,
      failed: true,
    },
    { operation: 'show-user', given: { username: 'NAME-mail' }, says: /There is no account/, failed: true },
    {
      operation: 'register-user',
      given: { username: 'NAME_Upper', password: first },
      says: /"NAME_Upper" cannot be a username on this server/,
      failed: true,
    },
    {
      operation: 'register-user',
      given: { username: 'split-NAME', password: first },
      says: /The homeserver has or reserves the name of @split-NAME:example.org/,
      failed: true,
      check: true,
    },
    {
      operation: 'register-user',
      given: { username: 'split-NAME', password: first },
      says: /The homeserver has or reserves the name of @split-NAME:example.org/,
      failed: true,
    },
    {
      operation: 'register-user',
      given: { username: 'telegram_NAME', password: first },
      says: /The server reserves @telegram_NAME:example.org for a bridge/,
      failed: true,
    },
    {
      operation: 'create-registration-token',
      given: { ...token, uses: '5', expires: '7d' },
      says: /Registration token: NAME-token/,
      changed: true,
    },
    { operation: 'create-registration-token', given: token, says: /already exists/, failed: true },
    {
      operation: 'create-registration-token',
      given: { token: 'a b' },
      says: /cannot be a registration token/,
      failed: true,
    },
    {
      operation: 'create-registration-token',
      given: { expires: 'soon' },
      says: /"soon" is not a valid expiry/,
      failed: true,
    },
    {
      operation: 'invite',
      given: { person: 'Anna', token: 'NAME-invited', expires: '2w' },
      says: /Registration token for Anna: NAME-invited \(uses: 1, expires: 2w\)/,
      changed: true,
    },
    { operation: 'invite', given: { person: 'Anna', token: 'NAME-invited' }, says: /already exists/, failed: true },
    { operation: 'list-registration-tokens', given: {}, says: /The registration tokens of example.org/ },
    ...twice(
      'update-registration-token',
      { ...token, uses: '9', expires: 'never' },
      /token \S+ changed/,
      /already has these values/,
    ),
    ...twice('revoke-registration-token', token, / revoked\./, /was already revoked/),
    {
      operation: 'revoke-registration-token',
      given: { token: 'nothing' },
      says: /There is no registration token/,
      failed: true,
    },
  ]
}

/** Each operation done, and done again; what mas-cli cannot tell is not claimed. */
export function storyOfMasCli(): MasStep[] {
  const john = { username: 'NAME' }
  const token = { token: 'NAME-token' }
  return [
    {
      operation: 'register-user',
      given: { ...john, password: first },
      says: /^Would create .*, an ordinary user/,
      changed: true,
      check: true,
    },
    {
      operation: 'register-user',
      given: { ...john, password: first, email: 'NAME@example.org, NAME@example.com', display_name: 'NAME "É"' },
      says: /^Created .*, an ordinary user/,
      changed: true,
      password: first,
    },
    {
      operation: 'register-user',
      given: { ...john, password: second },
      says: /already exists/,
      password: first,
      no: second,
    },
    {
      operation: 'register-user',
      given: { username: 'NAME-weak', password: 'password123' },
      says: /too weak for the server/,
      failed: true,
    },
    {
      operation: 'register-user',
      given: { username: 'NAME-weak', password: 'password123', accept_weak_password: 'yes', admin: 'yes' },
      says: /^Created .*, a server admin/,
      changed: true,
      password: 'password123',
    },
    {
      operation: 'register-user',
      given: { username: 'telegram_NAME', password: first },
      says: /The server reserves @telegram_NAME:example.org for a bridge/,
      failed: true,
    },
    { operation: 'show-user', given: john, says: /mas-cli cannot do that: it shows only server admins/, failed: true },
    ...twice('promote-admin', john, /is now a server admin\./, /is already a server admin/),
    { operation: 'show-user', given: john, says: /is an account of this server/ },
    { operation: 'list-users', given: { admins: 'yes' }, says: /The accounts of example.org/ },
    { operation: 'list-users', given: {}, says: /it lists only server admins/, failed: true },
    { operation: 'list-sessions', given: john, says: /does not list them/, failed: true },
    ...twice('demote-admin', john, /is now an ordinary user\./, /is already an ordinary user/),
    {
      operation: 'lock-user',
      given: john,
      says: /mas-cli does not show the state of an account/,
      failed: true,
      check: true,
    },
    { operation: 'lock-user', given: john, says: /^Locked /, changed: true, no: first, noStatus: [401] },
    { operation: 'unlock-user', given: john, says: /^Unlocked /, changed: true, password: first },
    ...twice(
      'add-email',
      { ...john, email: 'NAME@example.net' },
      /^Added NAME@example.net to /,
      /already has the address NAME@example.net/,
    ),
    {
      operation: 'add-email',
      given: { ...john, email: 'a..b@example.org' },
      says: /"a..b@example.org" is not an e-mail address/,
      failed: true,
    },
    {
      operation: 'set-password',
      given: { ...john, password: 'password123' },
      says: /too weak for the server/,
      failed: true,
      password: first,
    },
    {
      operation: 'set-password',
      given: { ...john, password: second },
      says: /^Password changed for /,
      changed: true,
      password: second,
      no: first,
    },
    {
      operation: 'create-access-token',
      given: { ...john, device_name: 'bot' },
      says: /its tokens have no name and do not expire/,
      failed: true,
    },
    {
      operation: 'create-access-token',
      given: john,
      says: /^An access token of .* would be created/,
      changed: true,
      check: true,
    },
    { operation: 'create-access-token', given: john, says: /^Created an access token of @NAME:/, changed: true },
    ...twice('logout-user', john, /^Logged out .* everywhere/, /has no sessions/),
    {
      operation: 'set-display-name',
      given: { ...john, display_name: 'x' },
      says: /This is done by the homeserver behind MAS, and the host file has no token/,
      failed: true,
    },
    {
      operation: 'lock-user',
      given: { username: 'NAMEE' },
      says: /There is no account @NAMEE:example.org/,
      failed: true,
    },
    {
      operation: 'deactivate-user',
      given: { ...john, yes: 'yes', erase: 'yes' },
      says: /it deactivates, and never erases/,
      failed: true,
      password: second,
    },
    {
      operation: 'deactivate-user',
      given: { ...john, yes: 'yes' },
      says: /^Deactivated /,
      changed: true,
      no: second,
      noStatus: [401, 403],
    }, // locked at once, deactivated by a job
    {
      operation: 'create-registration-token',
      given: { ...token, uses: '5', expires: '7d' },
      says: /Registration token: NAME-token/,
      changed: true,
    },
    { operation: 'create-registration-token', given: token, says: /already exists/, failed: true },
    {
      operation: 'invite',
      given: { person: 'Anna', token: 'NAME-invited', expires: '2w' },
      says: /Registration token for Anna: NAME-invited \(uses: 1, expires: 2w\)/,
      changed: true,
    },
    { operation: 'list-registration-tokens', given: {}, says: /does not list them/, failed: true },
    { operation: 'revoke-registration-token', given: token, says: /does not revoke them/, failed: true },
  ]
}

/** Runs each surface's story at once, on accounts of its own; answers with what contradicts a step. */
export async function runAllMas(
  bySurface: Record<string, MasStep[]>,
  surfaces: Record<string, LocalSurface>,
  url: string,
): Promise<object[]> {
  const wrong = await Promise.all(
    Object.entries(bySurface).map(async ([name, story]) => {
      const surface = surfaces[name] as LocalSurface
      return (await runMas(story, nameOf(name), { surface, url })).map((step) => ({ surface: name, ...step }))
    }),
  )
  return wrong.flat()
}

/** The account of a surface. */
export const nameOf = (surface: string): string => `by-${surface.replaceAll(' ', '-')}`

/** Runs a story on accounts NAME through one surface; answers with what contradicts a step: its words, whether it changed anything, and which passwords log in then. */
export async function runMas(
  story: MasStep[],
  name: string,
  { surface, url }: { surface: LocalSurface; url: string },
): Promise<object[]> {
  const wrong = []
  for (const step of story) {
    const given: Given = givenTo(name, step.given)
    const ended = await surface(step.operation, given, { check: step.check ?? false })
    const status = async (password: string | undefined) =>
      password === undefined ? undefined : (await login(url, given.username ?? '', password)).status
    const [yes = 200, no] = [await status(step.password), await status(step.no)]
    if (!isAsExpected(step, name, ended) || yes !== 200 || (no !== undefined && !(step.noStatus ?? [403]).includes(no)))
      wrong.push({ operation: step.operation, given, ...ended, yes, no })
  }
  return wrong
}
