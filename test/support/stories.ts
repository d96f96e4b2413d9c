import type { OperationName } from '../../generator/operations/index.ts'
import type { Homeserver } from '../../generator/authorities/names.ts'
import { givenTo, isAsExpected, type LocalSurface, type Step, twice } from './every-surface.ts'

/** Each operation done, and done again, on an account NAME that every surface has for itself. */
function storyOfSynapse(): Step[] {
  const john = { username: 'NAME' }
  const token = { token: 'NAME-token' }
  return [
    {
      operation: 'register-user',
      given: { ...john, password: 'secret-password' },
      says: /^Created .*, an ordinary user/,
      changed: true,
    },
    { operation: 'show-user', given: john, says: /is an account of this server/ },
    { operation: 'list-users', given: { admins: 'yes' }, says: /The accounts of example.org/ },
    { operation: 'list-sessions', given: john, says: /The sessions of @NAME:example.org/ },
    ...twice('promote-admin', john, /is now a server admin\./, /is already a server admin/),
    ...twice('demote-admin', john, /is now an ordinary user\./, /is already an ordinary user/),
    ...twice('lock-user', john, /^Locked /, /is already locked/),
    ...twice('unlock-user', john, /^Unlocked /, /is not locked/),
    ...twice('suspend-user', john, /^Suspended /, /is already suspended/),
    ...twice('unsuspend-user', john, /is no longer suspended/, /is not suspended/),
    ...twice(
      'add-email',
      { ...john, email: 'NAME@example.org' },
      /^Added NAME@example.org to /,
      /already has the address NAME@example.org/,
    ),
    ...twice(
      'set-display-name',
      { ...john, display_name: 'NAME {{ 7*7 }} É' },
      /set to NAME \{\{ 7\*7 \}\} É\./,
      /is already NAME /,
    ),
    {
      operation: 'set-display-name',
      given: { ...john, display_name: 'x'.repeat(257) },
      says: /1 to 256 characters/,
      failed: true,
    },
    ...twice('set-kind', { ...john, kind: 'bot' }, /^Kind of .* set to bot\./, /is already of the kind bot/),
    ...twice('set-kind', { ...john, kind: 'user' }, /^Kind of .* set to user\./, /is already of the kind user/),
    {
      operation: 'set-kind',
      given: { ...john, kind: 'robot' },
      says: /"robot" is not a kind of account/,
      failed: true,
    },
    {
      operation: 'register-user',
      given: { username: 'NAME-bot', password: 'secret-password', kind: 'bot', display_name: 'Bot "NAME"' },
      says: /^Created /,
      changed: true,
    },
    { operation: 'show-user', given: { username: 'NAME-bot' }, says: /is an account of this server/ },
    ...twice(
      'set-kind',
      { username: 'NAME-bot', kind: 'support' },
      /^Kind of .* set to support\./,
      /is already of the kind support/,
    ),
    {
      operation: 'set-display-name',
      given: { username: 'NAME-bot', display_name: 'Bot "NAME"' },
      says: /is already Bot "NAME"/,
    },
    { operation: 'list-users', given: { people: 'yes' }, says: /The accounts of example.org/ },
    {
      operation: 'set-password',
      given: { ...john, password: 'another password' },
      says: /^Password changed for /,
      changed: true,
    },
    {
      operation: 'set-password',
      given: { ...john, password: 'another password', if_different: 'yes' },
      says: /already has this password/,
    },
    { operation: 'set-password', given: { ...john, password: 'x'.repeat(73) }, says: /has 73 bytes/, failed: true },
    { operation: 'logout-user', given: john, says: /has no session/ },
    {
      operation: 'logout-user',
      given: { ...john, session: 'GONE' },
      says: /@NAME:example.org has no session GONE/,
      failed: true,
    },
    {
      operation: 'create-access-token',
      given: { ...john, expires: '7d' },
      says: /^Created an access token of @NAME:example.org, without a session/,
      changed: true,
    },
    { operation: 'deactivate-user', given: john, says: /^Not confirmed/, failed: true },
    ...twice('deactivate-user', { ...john, yes: 'yes' }, /^Deactivated /, /is already deactivated/),
    { operation: 'lock-user', given: john, says: /is deactivated\. To bring it back/, failed: true },
    ...twice('reactivate-user', john, /is active again/, /is active\./),
    {
      operation: 'lock-user',
      given: { username: 'NAMEE' },
      says: /There is no account @NAMEE:example.org \(similar: .*NAME/,
      failed: true,
    },
    {
      operation: 'create-registration-token',
      given: { ...token, uses: '5', expires: '7d' },
      says: /Registration token: NAME-token \(uses: 5, expires: 7d\)/,
      next: /Nobody can use it yet: registration is closed/,
      changed: true,
    },
    { operation: 'create-registration-token', given: token, says: /already exists/, failed: true },
    {
      operation: 'create-registration-token',
      given: { expires: 'soon' },
      says: /"soon" is not a valid expiry/,
      failed: true,
    },
    {
      operation: 'invite',
      given: { person: 'Anna', token: 'NAME-invited' },
      says: /Nobody could accept the invitation: registration is closed/,
      failed: true,
    },
    { operation: 'list-registration-tokens', given: {}, says: /The registration tokens of example.org/ },
    ...twice(
      'update-registration-token',
      { ...token, uses: '9', expires: 'never' },
      /token \S+ changed/,
      /already has these values/,
    ),
    { operation: 'revoke-registration-token', given: token, says: / revoked\./, changed: true },
    { operation: 'revoke-registration-token', given: token, says: /There is no registration token/, failed: true },
  ]
}

/** What Dendrite cannot do at all. */
const refusedByDendrite: OperationName[] = [
  'lock-user',
  'unlock-user',
  'suspend-user',
  'unsuspend-user',
  'deactivate-user',
  'reactivate-user',
  'list-sessions',
  'logout-user',
  'set-display-name',
  'set-kind',
  'create-registration-token',
  'invite',
  'list-registration-tokens',
]

function storyOfDendrite(): Step[] {
  const john = { username: 'NAME' }
  return [
    {
      operation: 'register-user',
      given: { ...john, password: 'secret-password' },
      says: /^Created .*, an ordinary user/,
      changed: true,
    },
    { operation: 'show-user', given: john, says: /is an account of this server/ },
    { operation: 'list-users', given: {}, says: /The accounts of example.org/ },
    { operation: 'promote-admin', given: john, says: /is now a server admin, in the database/, changed: true },
    { operation: 'promote-admin', given: john, says: /is already a server admin/ },
    { operation: 'demote-admin', given: john, says: /is now an ordinary user, in the database/, changed: true },
    {
      operation: 'set-password',
      given: { ...john, password: 'another password' },
      says: /^Password changed for /,
      changed: true,
    },
    {
      operation: 'set-password',
      given: { ...john, password: 'another password', if_different: 'yes' },
      says: /already has this password/,
    },
    { operation: 'set-password', given: { ...john, password: 'seven77' }, says: /has 7 bytes/, failed: true },
    {
      operation: 'create-access-token',
      given: { ...john, password: 'secret-password' },
      says: /^The server refused the password of @NAME:/,
      failed: true,
    },
    {
      operation: 'create-access-token',
      given: { ...john, password: 'another password', device_name: 'Weather' },
      says: /^Created an access token of @NAME:example.org, with the session [\w-]+/,
      next: /sign out with it.*\nset-password \S+ revokes it/,
      changed: true,
    },
    {
      operation: 'create-access-token',
      given: { username: 'NAMEE', password: 'another password' },
      says: /There is no account @NAMEE:example.org \(similar: .*NAME/,
      failed: true,
    },
    {
      operation: 'create-access-token',
      given: { ...john, password: 'another password', expires: '7d' },
      says: /Dendrite cannot do that: its tokens do not expire/,
      failed: true,
    },
    {
      operation: 'create-access-token',
      given: john,
      says: /the password of (@NAME:example.org, and none was given|the account, and there is no terminal)/,
      failed: true,
    },
    {
      operation: 'show-user',
      given: { username: 'NAMEE' },
      says: /There is no account @NAMEE:example.org \(similar: .*NAME/,
      failed: true,
    },
    {
      operation: 'register-user',
      given: { username: 'NAME-bot', password: 'secret-password', kind: 'bot' },
      says: /Dendrite has no kinds of accounts/,
      failed: true,
    },
    {
      operation: 'register-user',
      given: { username: 'NAME-bot', password: 'secret-password', display_name: 'Bot "NAME"' },
      says: /^Created /,
      changed: true,
    },
    ...refusedByDendrite.map((operation) => ({
      operation,
      given: { ...john, email: 'a@b.c', token: 't', person: 'Anna', display_name: 'John', kind: 'bot' },
      says: /Dendrite cannot do that: it/,
      failed: true,
    })),
  ]
}

/** What can be done when the host file names no admin. */
export function storyOfDatabase(homeserver: Homeserver): Step[] {
  const john = { username: 'NAME' }
  const setting =
    homeserver === 'synapse'
      ? { says: /^Password changed for /, changed: true }
      : { says: /needs a [A-Z][\w ]+ admin,/, failed: true }
  return [
    {
      operation: 'register-user',
      given: { ...john, password: 'secret-password' },
      says: /^Created .*, an ordinary user/,
      changed: true,
    },
    { operation: 'show-user', given: john, says: /is an account of this server/ },
    { operation: 'list-users', given: { name: 'NAME' }, says: /The accounts of example.org/ },
    ...twice('promote-admin', john, /is now a server admin, in the database/, /is already a server admin/),
    ...twice('demote-admin', john, /is now an ordinary user, in the database/, /is already an ordinary user/),
    { operation: 'set-password', given: { ...john, password: 'another password', keep_sessions: 'yes' }, ...setting },
    {
      operation: 'show-user',
      given: { username: 'NAMEE' },
      says: /There is no account @NAMEE:example.org \(similar: .*NAME/,
      failed: true,
    },
  ]
}

/** Runs each surface's story at once, on accounts of its own; answers with the steps that did not end as they must. */
export async function runAll(
  bySurface: Record<string, Step[]>,
  surfaces: Record<string, LocalSurface>,
  prefix = '',
): Promise<object[]> {
  const wrong = await Promise.all(
    Object.entries(bySurface).map(async ([surface, story]) =>
      (await run(story, `${prefix}${surface.replaceAll(' ', '-')}`, surfaces[surface] as LocalSurface)).map((step) => ({
        surface,
        ...step,
      })),
    ),
  )
  return wrong.flat()
}

/** Runs a story on accounts NAME through one surface, and answers with the steps that did not end as they must. */
async function run(story: Step[], name: string, surface: LocalSurface): Promise<object[]> {
  const wrong = []
  for (const step of story) {
    const ended = await surface(step.operation, givenTo(name, step.given))
    if (!isAsExpected(step, name, ended)) wrong.push({ operation: step.operation, given: step.given, ...ended })
  }
  return wrong
}

export const stories = { synapse: storyOfSynapse, dendrite: storyOfDendrite }
