import { createHash } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { localpart } from '../operations/preflight.ts'
import { promoteAdmin } from '../operations/promote-admin.ts'
import { registerUser } from '../operations/register-user.ts'
import type { HostPlan, SecretReference } from '../plan/host-plan.ts'
import type { Examination } from '../run/doctor/examine.ts'
import type { Session } from '../run/operate.ts'
import { errorOf, type Report } from '../run/result.ts'
import { makePassword, passwordInFile, readPassword } from '../secrets/generated-password.ts'
import { Secret } from '../secrets/secret.ts'
import { askSecret } from '../ui/ask.ts'
import { canAsk } from '../ui/terminal.ts'
import { editHostFile } from './access-file.ts'
import type { AccessLines } from './edit-access.ts'
import { environmentPassword } from './environment-password.ts'
import { fileNameOf } from './file-name-of.ts'
import { flowOf, type Keep, secretFile } from './keep-token.ts'
import type { Steps, SettingUp } from './setup-access.ts'

/** The account of the token. */
const usual = 'registrar'

/** The token of an admin of a homeserver: of a new account, or of an existing one. */
export async function setUpToken(setting: SettingUp, current: Examination): Promise<Steps> {
  const { plan, directory, keep, examine } = setting
  await refuseUnreadable(plan, directory)
  const lines: AccessLines = { login: undefined, token: flowOf(keep.reference) }
  const edited = await editHostFile(plan.source, directory, lines)
  if (keep.isThere() && (await examine(edited.plan)).works.includes('admin'))
    return {
      steps: [`Use the token ${keep.place}: it works.`, `Write access.token into ${plan.source}.`],
      carryOut: async () => edited.write(),
    }
  keep.check()
  const account = accountOf(setting)
  if (account.isOwn) needSecret(current)
  else if (!passwordAtHand(setting, account) && !canAsk())
    throw new AppError('no-terminal', `There is no terminal to ask for the password of ${account.id}.`, {
      hint: 'Set MATRIX_PASSWORD.',
    })
  const session = await openBareSession(setting)
  try {
    const admin = account.isOwn
      ? await foreseeRegistering(session, account, plan)
      : await foreseePromoting(session, account, setting)
    return {
      steps: [
        ...admin.steps,
        `Sign in as ${account.id} once, and keep the access token ${keep.place}.`,
        'Test it on the server.',
        `Write access.token into ${plan.source}.`,
      ],
      carryOut: async () => {
        const lock = await session.lock()
        try {
          const password = await admin.carryOut()
          await keepToken({ session, account, keep, password }, async () => {
            refuseUseless(await examine(edited.plan))
            edited.write()
          })
        } finally {
          await lock.release()
        }
        if (account.isOwn && 'command' in keep.reference) rmSync(account.passwordPath, { force: true })
      },
      close: () => session.close(),
    }
  } catch (error) {
    await session.close()
    throw error
  }
}

/** A token that cannot be read here may be fine: it is not replaced, unless a file of ours is gone. */
async function refuseUnreadable({ access: { token, login } }: HostPlan, directory: string): Promise<void> {
  const { resolveSecret } = await import('../secrets/resolve-secret.ts')
  for (const reference of [token, login?.password])
    if (reference && !('file' in reference)) await resolveSecret(reference, directory)
}

interface Account {
  username: string
  id: string
  /** It is created for this. */
  isOwn: boolean
  /** The file with its password, as an absolute path and as shown to people. */
  passwordPath: string
  passwordFile: string
}

function accountOf({ plan, directory, options: { username, as } }: SettingUp): Account {
  const named = as ?? username ?? madeBefore(plan.host, directory) ?? usual
  const name = localpart({ username: named, domain: plan.domain })
  const passwordFile = secretFile(plan.host, `${fileNameOf(name)}.password`)
  return {
    username: name,
    id: `@${name}:${plan.domain}`,
    isOwn: as === undefined,
    passwordFile,
    passwordPath: resolve(directory, passwordFile),
  }
}

/** The account of an earlier run, found by the file with its password, if there is exactly one. */
function madeBefore(host: string, directory: string): string | undefined {
  const begin = `${fileNameOf(host)}.`
  const names = filesIn(join(directory, 'secrets')).flatMap((name) =>
    name.startsWith(begin) && name.endsWith('.password') ? [name.slice(begin.length, -'.password'.length)] : [],
  )
  return names.length === 1 && names[0] !== undefined ? decodeURIComponent(names[0]) : undefined
}

function filesIn(directory: string): string[] {
  try {
    return readdirSync(directory)
  } catch {
    return []
  }
}

function needSecret({ works, findings }: Examination): void {
  if (works.includes('secret')) return
  const [trouble] = findings.filter(({ check, state }) => state === 'bad' && check !== 'admin')
  throw new AppError(
    'no-secret',
    `No account can be registered: ${trouble?.detail ?? 'the shared secret is unknown'}.`,
    { hint: `${trouble?.next ?? 'Run registrar doctor for details.'} Or use an existing account: --as NAME.` },
  )
}

/** Without the access of the host file, which does not work, or does not exist. */
async function openBareSession({ plan, reach }: SettingUp): Promise<Session> {
  const { openSession } = await import('../run/operate.ts')
  const { token: _token, login: _login, ...access } = plan.access
  return openSession({ ...plan, access }, reach, [registerUser, promoteAdmin])
}

/** The steps that make the account an admin, and its password afterwards. */
interface Foreseen {
  steps: string[]
  carryOut: () => Promise<Secret>
}

async function foreseeRegistering(session: Session, account: Account, plan: HostPlan): Promise<Foreseen> {
  const { objections } = await import('../run/operate.ts')
  const saved = await readPassword(account.passwordPath)
  const asked = [{ username: account.username, password: new Secret('given') }]
  const [objection] = objections({ plan, operation: registerUser, accounts: asked, check: true })
  if (objection) throw errorOf(objection)
  const register = async (password: Secret, check: boolean) => {
    const accounts = [{ username: account.username, password, admin: 'yes' }]
    const [report] = await session.operate({ operation: registerUser, accounts, check })
    return report as Report // one for each account
  }
  const predicted = await register(saved ?? new Secret(makePassword()), true)
  const isTaken = predicted.outcome === 'exists'
  if (isTaken && !saved) throw taken(account)
  if (predicted.outcome !== 'created' && !isTaken && predicted.class !== 'cannot_predict') throw errorOf(predicted)
  return {
    steps: isTaken
      ? []
      : [`Register ${account.id}, a server admin, with a generated password in ${account.passwordFile}.`],
    carryOut: async () => {
      const password = await passwordInFile(account.passwordPath)
      const { outcome, ...report } = await register(password, false)
      if (outcome === 'created' || (outcome === 'exists' && saved)) return password
      rmSync(account.passwordPath, { force: true })
      throw outcome === 'exists' ? taken(account) : errorOf({ outcome, ...report })
    },
  }
}

function taken({ id, username }: Account): AppError {
  return new AppError('exists', `${id} already exists, and its password is not available here.`, {
    hint: `Nothing was done. If it is yours, use it: --as ${username}, with its password; otherwise create another one: --username NAME.`,
  })
}

/** The password from MATRIX_PASSWORD, or from access.login if that is this account. */
function passwordAtHand({ plan }: SettingUp, { username }: Account): SecretReference | Secret | undefined {
  const { login } = plan.access
  const isIts = login && localpart({ username: login.username, domain: plan.domain }) === username
  return environmentPassword() ?? (isIts ? login.password : undefined)
}

async function foreseePromoting(session: Session, account: Account, setting: SettingUp): Promise<Foreseen> {
  const { username, id } = account
  const promote = (check: boolean) =>
    session.operate({ operation: promoteAdmin, accounts: [{ username }], check }).then(([report]) => report)
  const predicted = await promote(true)
  if (predicted?.outcome === 'refused' || predicted?.class === 'no_such_user') throw errorOf(predicted)
  const isNeeded = predicted?.changed === true
  return {
    steps: isNeeded ? [`Make ${id} a server admin, in the database.`] : [], // unknown: the server is asked
    carryOut: async () => {
      const given = passwordAtHand(setting, account) ?? (await askSecret(`Password of ${id}`))
      const { resolveSecret } = await import('../secrets/resolve-secret.ts')
      const password = given instanceof Secret ? given : await resolveSecret(given, setting.directory)
      const report = isNeeded ? await promote(false) : undefined
      if (report && !report.changed) throw errorOf(report)
      return password
    },
  }
}

interface Keeping {
  session: Session
  account: Account
  keep: Keep
  password: Secret
}

/** Logs in, keeps the token and tests it; a failure leaves no session behind. */
async function keepToken({ session, account, keep, password }: Keeping, use: () => Promise<void>): Promise<void> {
  const { username } = account
  const [device, device_name] = [deviceOf(account), `registrar on ${hostname()}`]
  const answer = await session.askSession('sign-in', { username, password, device, device_name })
  const token = new Secret(String(answer['access_token']))
  try {
    await keep.store(token)
    await use()
  } catch (error) {
    await session.askSession('sign-out', { username, token }).catch(() => undefined)
    keep.discard()
    throw error
  }
}

/** A device for each place: so a second run for the same place ends the session of the first, and no other. */
function deviceOf({ passwordPath }: Account): string {
  const place = createHash('sha256').update(`${hostname()}\0${passwordPath}`).digest('hex')
  return `REGISTRAR_${place.slice(0, 10).toUpperCase()}`
}

function refuseUseless({ works, findings }: Examination): void {
  if (works.includes('admin')) return
  const trouble = findings.find(({ check, state }) => check === 'admin' && state !== 'good')
  throw new AppError(
    'access-useless',
    `The new token does not work: ${trouble?.detail ?? 'the server did not answer'}.`,
    { hint: `${trouble?.next ?? 'Run registrar doctor for details.'} The new session was logged out.`, exitCode: 3 },
  )
}
