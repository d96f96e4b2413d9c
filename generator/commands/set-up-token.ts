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
import { errorOf, type Report } from '../run/report.ts'
import { makePassword, passwordInFile, readPassword } from '../secrets/generated-password.ts'
import { Secret } from '../secrets/secret.ts'
import { askSecret, canAsk } from '../ui/ask-secret.ts'
import { editHostFile } from './access-file.ts'
import type { AccessLines } from './edit-access.ts'
import { environmentPassword } from './environment-password.ts'
import { fileNameOf } from './file-name-of.ts'
import { flowOf, type Keep, secretFile } from './keep-token.ts'
import type { Steps, SettingUp } from './setup-access.ts'

/** The account whose token it is to be. */
const usual = 'registrar'

/** The token of an admin of a homeserver: one that is made for this, or one that is there. */
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
        'Ask the server with it.',
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

/** What cannot be read here may be all right: it is not replaced, except for a file of ours that is gone. */
async function refuseUnreadable({ access: { token, login } }: HostPlan, directory: string): Promise<void> {
  const { resolveSecret } = await import('../secrets/resolve-secret.ts')
  for (const reference of [token, login?.password])
    if (reference && !('file' in reference)) await resolveSecret(reference, directory)
}

interface Account {
  username: string
  id: string
  /** It is one that is made for this. */
  isOwn: boolean
  /** Where the password of such a one is kept, and as a person knows that file. */
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

/** The account of an earlier run, by the file with its password, if there is just one. */
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
    { hint: `${trouble?.next ?? 'registrar doctor says more.'} Or take an account that is there: --as NAME.` },
  )
}

/** Without the access of the host file, which does not work, or is not there. */
async function openBareSession({ plan, reach }: SettingUp): Promise<Session> {
  const { openSession } = await import('../run/operate.ts')
  const { token: _token, login: _login, ...access } = plan.access
  return openSession({ ...plan, access }, reach, [registerUser, promoteAdmin])
}

/** What makes the account an admin, and then knows its password. */
interface Foreseen {
  steps: string[]
  carryOut: () => Promise<Secret>
}

async function foreseeRegistering(session: Session, account: Account, plan: HostPlan): Promise<Foreseen> {
  const { objections } = await import('../run/operate.ts')
  const known = await readPassword(account.passwordPath)
  const asked = [{ username: account.username, password: new Secret('given') }]
  const [objection] = objections({ plan, operation: registerUser, accounts: asked, check: true })
  if (objection) throw errorOf(objection)
  const register = async (password: Secret, check: boolean) => {
    const accounts = [{ username: account.username, password, admin: 'yes' }]
    const [report] = await session.operate({ operation: registerUser, accounts, check })
    return report as Report // one for each account
  }
  const predicted = await register(known ?? new Secret(makePassword()), true)
  const isTaken = predicted.outcome === 'exists'
  if (isTaken && !known) throw taken(account)
  if (predicted.outcome !== 'created' && !isTaken && predicted.class !== 'cannot_predict') throw errorOf(predicted)
  return {
    steps: isTaken
      ? []
      : [`Register ${account.id}, a server admin, with a generated password in ${account.passwordFile}.`],
    carryOut: async () => {
      const password = await passwordInFile(account.passwordPath)
      const { outcome, ...report } = await register(password, false)
      if (outcome === 'created' || (outcome === 'exists' && known)) return password
      rmSync(account.passwordPath, { force: true })
      throw outcome === 'exists' ? taken(account) : errorOf({ outcome, ...report })
    },
  }
}

function taken({ id, username }: Account): AppError {
  return new AppError('exists', `${id} already exists, and its password is not known here.`, {
    hint: `Nothing was done. If it is yours, take it: --as ${username}, with its password; otherwise make another: --username NAME.`,
  })
}

/** Where access.login has the password of that account, it is that. */
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
    steps: isNeeded ? [`Make ${id} a server admin, in the database.`] : [], // where that is not known, asking the server tells
    carryOut: async () => {
      const known = passwordAtHand(setting, account) ?? (await askSecret(`Password of ${id}: `))
      const { resolveSecret } = await import('../secrets/resolve-secret.ts')
      const password = known instanceof Secret ? known : await resolveSecret(known, setting.directory)
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

/** Signs in, keeps the token and uses it; what fails on the way leaves no session behind. */
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

/** Each place has its own device: so a second run there ends the session of the first, and no other. */
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
    { hint: `${trouble?.next ?? 'registrar doctor says more.'} The session was ended again.`, exitCode: 3 },
  )
}
