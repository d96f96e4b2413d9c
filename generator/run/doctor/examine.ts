import type { Authority } from '../../authorities/authority.ts'
import { authorities } from '../../authorities/index.ts'
import type { Way } from '../../authorities/ways.ts'
import { AppError } from '../../errors/app-error.ts'
import type { HostPlan, SecretReference } from '../../plan/host-plan.ts'
import { resolveSecret } from '../../secrets/resolve-secret.ts'
import { Secret } from '../../secrets/secret.ts'
import { localTransport } from '../local.ts'
import { type Reach, listenersIn } from '../operate.ts'
import { ask, readResults } from '../host.ts'
import type { Result } from '../result.ts'
import { hostFacts } from '../reporting.ts'
import { commandOf, doctorCall, settingsOf } from '../call.ts'
import { sshTransport } from '../ssh.ts'
import { readSshConfig, type SshConfig } from '../ssh-config.ts'
import type { Transport } from '../transport.ts'
import { bad, type Finding, good } from './finding.ts'
import { findingsOf, judgeOperations, type Possible } from './operations.ts'
import { judgeBothSides, judgeDomain, judgeIssuer, judgeLimits, judgeOwner, judgeServer, judgeSignIn } from './owner.ts'
import { type CommandHost, lookAtContainers, lookAtUnits, type Services, words } from './units.ts'

export interface Examination {
  host: string
  reachable: boolean
  findings: Finding[]
  operations: Possible[]
  /** The ways to its accounts that work. */
  works: Way[]
}

/** Checks a host from here to its accounts, and changes nothing. */
export async function examine(plan: HostPlan, reach: Omit<Reach, 'readyTimeout'>): Promise<Examination> {
  const findings: Finding[] = []
  const say = (...found: Finding[]) => void findings.push(...found)
  let transport: Transport | undefined
  let seen: Pick<Examination, 'operations' | 'works'> = { operations: [], works: [] }
  try {
    transport = await connect(plan, reach, say)
    const host = await becomeRoot(plan, reach, { transport, say })
    if (host) seen = await examineServers(plan, reach, { host, say })
    return { host: plan.host, reachable: true, findings, ...seen }
  } catch (error) {
    if (!(error instanceof AppError) || error.exitCode === 130) throw error
    say(bad('connection', error.message.replace(/\.$/, ''), error.hint))
    return { host: plan.host, reachable: transport !== undefined && error.exitCode !== 3, findings, ...seen }
  } finally {
    await transport?.close()
  }
}

type Say = (...found: Finding[]) => void

/** Connected once a command has run there; it also prints the host's time. */
async function connect(plan: HostPlan, reach: Omit<Reach, 'readyTimeout'>, say: Say): Promise<Transport> {
  const { host, connection } = plan
  const { ask: person, sshConfig } = reach
  const config = connection.kind === 'local' ? undefined : await readSshConfig(host, connection, sshConfig)
  const opened = config ? await sshTransport(config, person) : localTransport()
  const transport: Transport = { ...opened, ...listenersIn(reach) }
  try {
    const clock = await lookAtClock({ name: host, transport, become: { enabled: false } })
    say(good('connection', config ? routeOf(config) : 'this machine'), ...clock)
    return transport
  } catch (error) {
    await transport.close()
    throw error
  }
}

/** Each hop by its name. */
function routeOf({ user, hostname, port, proxyJump, proxyCommand }: SshConfig): string {
  const way =
    proxyCommand === undefined ? proxyJump.map((hop) => ` through ${hop}`).join(',') : ' through a ProxyCommand'
  return `${user}@${hostname}, port ${port}${way}`
}

/** Seconds that two clocks may differ. */
const tolerance = 5

async function lookAtClock(host: CommandHost): Promise<Finding[]> {
  const before = Date.now()
  const { stdout, exitCode } = await ask(host, ['date', '-u', '+%s'])
  const after = Date.now()
  if (exitCode !== 0) return []
  const there = Number(stdout.trim()) + 0.5 // date prints whole seconds
  if (Number.isNaN(there)) return []
  const apart = Math.round(there - (before + after) / 2000)
  if (Math.abs(apart) <= tolerance + (after - before) / 2000) return [good('clock', 'agrees with the one here')]
  const detail = `The host's clock is ${Math.abs(apart)} s ${apart > 0 ? 'ahead of' : 'behind'} the one here`
  return [bad('clock', detail, 'Set both by NTP (timedatectl set-ntp true): tokens and expiry dates depend on it.')]
}

/** How to run commands there from now on; undefined if sudo refuses. */
async function becomeRoot(
  { host: name, become }: HostPlan,
  reach: Omit<Reach, 'readyTimeout'>,
  { transport, say }: { transport: Transport; say: Say },
): Promise<CommandHost | undefined> {
  if (!become.enabled) return { name, transport, become: { enabled: false } }
  const password =
    reach.becomePassword ??
    (become.password
      ? await attemptSecret(become.password, reach.directory, (finding) => say({ ...finding, check: 'sudo' }))
      : undefined)
  const host = {
    name,
    transport,
    become: {
      enabled: true,
      ...(become.user === undefined ? {} : { user: become.user }),
      ...(password ? { password } : {}),
    },
  }
  const answer = await ask(host, ['id', '-un'])
  if (answer.reached === 'command' && answer.exitCode === 0) {
    say(good('sudo', `becomes ${answer.stdout.trim()}`))
    return host
  }
  const { message, hint } = words('become_refused', {
    host: name,
    detail: answer.stderr.trim().split('\n').at(-1) ?? '',
  })
  say(bad('sudo', message, hint))
  return undefined
}

/** The secret of a reference; undefined, with a finding, if it cannot be read. */
async function attemptSecret(
  reference: SecretReference,
  directory: string,
  say: (finding: Finding) => void,
): Promise<Secret | undefined> {
  try {
    return await resolveSecret(reference, directory)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    say({
      check: 'access',
      state: error.code === 'ansible-only-secret' ? 'warning' : 'bad',
      detail: error.message.replace(/\.$/, ''),
      next: error.hint,
    })
    return undefined
  }
}

async function examineServers(
  plan: HostPlan,
  { directory }: Omit<Reach, 'readyTimeout'>,
  { host, say }: { host: CommandHost; say: Say },
): Promise<Pick<Examination, 'operations' | 'works'>> {
  const reveal = async (reference: SecretReference) =>
    (await attemptSecret(reference, directory, say)) ?? new Secret('')
  const services = servicesOf(plan)
  if (plan.deployment.kind === 'playbook') say(...(await lookAtContainers(host, services)))
  say(...(await lookAtUnits(host, services)))
  const homeserver = {
    ...plan,
    authority: plan.homeserver,
    ...(isFronted(plan) ? { access: {} } : {}),
  } satisfies HostPlan
  const inside = { host, reveal, compare: isFronted(plan) }
  const looks = await lookInside(homeserver, inside)
  const owner = judgeHomeserver(plan, looks, say)
  if (!owner) return { operations: judgeOperations(plan, new Set()), works: [] }
  const own = isFronted(plan) ? await lookInside(plan, inside) : looks
  const another = judgeIssuer(plan, looks['owner'], own['server'])
  say(...another)
  const works = judgeAccesses(plan, own, say)
  const signIn = own['sign_in'] ? judgeSignIn(own['sign_in']) : []
  if (own['sign_in'] && signIn.length === 0) works.add('login')
  say(...signIn)
  if (own['limits']) say(...judgeLimits(own['limits']))
  if (isFronted(plan) && another.length === 0) say(...judgeBothSides(plan, looks['accounts'], own['accounts']))
  const possible = judgeOperations(plan, works, versionIn(looks))
  say(...findingsOf(possible))
  return { operations: possible, works: [...works] }
}

function versionIn({ server }: Looks): string | undefined {
  const version = server?.facts['version']
  return typeof version === 'string' ? version : undefined
}

/** Whether a server in front of the homeserver owns the accounts. */
function isFronted({ authority, homeserver }: HostPlan): boolean {
  return authority !== homeserver
}

function servicesOf(plan: HostPlan): Services {
  const serviceOf = (authority: HostPlan['authority']) =>
    hostFacts({ ...plan, authority }, authorities[authority]).service
  return {
    needed: [...new Set([plan.homeserver, plan.authority].map(serviceOf))],
    others: plan.deployment.kind === 'playbook' ? ['matrix-postgres.service'] : [],
  }
}

interface Inside {
  host: CommandHost
  reveal: (reference: SecretReference) => Promise<Secret>
  /** List the accounts, too. */
  compare: boolean
}

type Looks = Record<string, Result>

/** The program's checks next to the server, by name; if it failed altogether, the reason. */
async function lookInside(plan: HostPlan, { host, reveal, compare }: Inside): Promise<Looks> {
  const authority: Authority = authorities[plan.authority]
  const call = doctorCall(authority, plan.domain, { compare })
  const settings = await settingsOf({ plan, authority, used: [call.naming] }, reveal)
  const facts = hostFacts(plan, authority)
  const { argv, stdin } = commandOf(call, { authority, settings, facts, transport: host.transport })
  const [result] = readResults(await ask(host, argv, { text: stdin }), call.users, { authority, facts })
  const looks = result?.facts['looks'] as Looks | undefined
  return looks ?? (result ? { server: result } : {})
}

/** Whether the homeserver is the one that the host file describes, so that checks of its access make sense. */
function judgeHomeserver(plan: HostPlan, { server, domain, owner }: Looks, say: Say): boolean {
  if (server?.signs[0] !== 'server/running') {
    say(troubleOf({ ...plan, authority: plan.homeserver }, 'server', server))
    return false
  }
  const found = [
    judgeServer(plan, server),
    ...(domain?.signs[0] === 'domain/found'
      ? judgeDomain(plan, domain)
      : domain
        ? [troubleOf({ ...plan, authority: plan.homeserver }, 'domain', domain)]
        : []),
  ]
  const owned = owner?.signs[0]?.startsWith('owner/') ? judgeOwner(plan, owner) : troubleOf(plan, 'owner', owner)
  const [running] = found
  say(...found, ...(running?.state === 'bad' ? [] : [owned]))
  return running?.state !== 'bad' && owned.state === 'good'
}

/** A way for which there is a check of its own. */
type CheckedWay = Exclude<Way, 'login'>

interface Access {
  check: string
  words: (facts: Result['facts']) => string
}

/** The name of each access, and its finding if it works. */
const accesses: Record<CheckedWay, Access> = {
  secret: { check: 'shared secret', words: () => 'It matches that of the running server' },
  admin: { check: 'admin', words: ({ user_id: id }) => `${String(id)} is a server admin` },
  database: { check: 'database', words: ({ accounts }) => `can be read (accounts: ${String(accounts)})` },
  cli: { check: 'mas-cli', words: () => 'answers on the host' },
  page: { check: 'matrix-registration', words: ({ tokens }) => `answers (tokens: ${String(tokens)})` },
  api: { check: 'Admin API', words: () => 'MAS takes the client of the host file' },
}

/** The accesses that work; those that the host file does not configure are only noted. */
function judgeAccesses(plan: HostPlan, looks: Looks, say: Say): Set<Way> {
  const works = new Set<Way>()
  if (isFronted(plan) && looks['server']?.signs[0] !== 'ready')
    say(troubleOf(plan, authorities[plan.authority].short, looks['server']))
  for (const [way, { check, words }] of Object.entries(accesses) as [CheckedWay, Access][]) {
    const look = looks[way]
    if (look?.signs[0] === 'access/works') {
      works.add(way)
      say(good(check, words(look.facts)))
    } else if (look && !(look.signs[0] === 'access/missing' && namesAccess(plan)))
      say(noted(plan, way, troubleOf(plan, check, look)))
  }
  return works
}

/** A missing secret of it was reported already. */
function namesAccess({ access: { token, login, client, tokenPage } }: HostPlan): boolean {
  return [token, login, client, tokenPage].some((each) => each !== undefined)
}

/** A missing admin is only a note at a homeserver, which can do a lot without one; MAS can do nothing without its client. */
function noted({ authority, access }: HostPlan, way: Way, finding: Finding): Finding {
  const isUnnamed = way === 'admin' && !access.token && !access.login
  return isUnnamed
    ? {
        check: finding.check,
        state: 'note',
        detail: `No admin of the homeserver is configured`,
        next: authorities[authority].withoutAdmin,
      }
    : finding
}

/** Why a check failed, in the messages of the operations. */
function troubleOf(plan: HostPlan, check: string, look: Result | undefined): Finding {
  const unknown = words('server_error', hostFacts(plan, authorities[plan.authority]))
  const { message = unknown.message, hint = unknown.hint } = look ?? {}
  return bad(check, message.replace(/\.$/, ''), hint)
}
