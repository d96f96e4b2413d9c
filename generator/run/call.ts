import type { Authority, Setting } from '../authorities/authority.ts'
import { namingFor, type Naming, passwordFor, settingsIn, wholeNaming } from '../authorities/program.ts'
import type { OperationName } from '../operations/index.ts'
import { allParameters, type Operation } from '../operations/operation.ts'
import type { ParameterName } from '../operations/parameters.ts'
import type { HostPlan, SecretReference } from '../plan/host-plan.ts'
import { isReference, settingOverrides } from '../plan/setting-overrides.ts'
import { programLine, reader } from '../render/program.ts'
import { Secret } from '../secrets/secret.ts'
import { type HostFacts, reportingFor } from './reporting.ts'
import type { Transport } from './transport.ts'

export type Settings = Record<string, Setting['playbook'] | Secret>

/** An account by the names of an operation's parameters; the username is the localpart. */
export type Account = Partial<Record<ParameterName, string | string[] | Secret>>

/** A value that is not a secret, as text. */
export function textOf(value: Account[ParameterName]): string {
  return value instanceof Secret || value === undefined ? '' : [value].flat().join(', ')
}

/** A call of the program next to the server. */
export interface Call {
  action: string
  /** Its modules with actions. */
  modules: string[]
  /** The settings of the server in its request. */
  naming: Naming
  /** Only predict. */
  check?: boolean
  domain?: string
  /** The user ID of each account that it works on; a single empty one if it works on none. */
  users: string[]
  /** Whose reports are wanted. */
  operations: readonly Operation[]
  /** The rest of its request; a Secret in it prints as [secret]. */
  more: { [name: string]: unknown }
}

interface Subject {
  domain: string
  check: boolean
}

/** An operation on accounts, all in one call. */
export function operationCall(
  authority: Authority,
  operation: Operation & { name: OperationName },
  { accounts, check, domain, text }: Subject & { accounts: Account[]; text?: string | undefined },
): Call {
  const names = allParameters(operation).map(({ name }) => name)
  const given = (account: Account) => Object.fromEntries(names.map((name) => [name, account[name] ?? null]))
  return {
    action: operation.name,
    modules: [authority.program.module],
    naming: namingFor(authority, operation.name),
    check,
    domain,
    users: accounts.length === 0 ? [''] : accounts.map(({ username }) => `@${textOf(username)}:${domain}`),
    operations: [text === undefined ? operation : { ...operation, text }],
    more: {
      ...(passwordFor(authority, operation) ? { password_rules: authority.passwords } : {}),
      accounts: accounts.map(given),
    },
  }
}

const onNobody = { users: [''], operations: [] }

/** Whether the server answers. */
export function readyCall({ program }: Authority): Call {
  return { action: 'ready', modules: [program.module], naming: program.request, ...onNobody, more: {} }
}

/** The doctor's checks next to the server. */
export function doctorCall({ program }: Authority, domain: string, more: Call['more']): Call {
  return { action: 'doctor', modules: [program.module], naming: wholeNaming(program), domain, ...onNobody, more }
}

/** Starts or ends a permanent session, with a module of its own. */
export function sessionCall({ program }: Authority, action: string, { domain, account }: KeptSession): Call {
  const modules = [program.module, 'kept_session']
  return { action, modules, naming: program.request, domain, ...onNobody, more: { accounts: [account] } }
}

interface KeptSession extends Pick<Subject, 'domain'> {
  account: { [name: string]: unknown }
}

/** An action on all declared accounts at once, with a module of its own. */
export function declaredCall(
  { program }: Authority,
  action: string,
  { domain, check, operations, more }: Subject & Pick<Call, 'operations' | 'more'>,
): Call {
  return {
    action,
    modules: [program.module, 'converge'],
    naming: wholeNaming(program),
    check,
    domain,
    users: [''],
    operations,
    more,
  }
}

/** An authority's settings for a host: the playbook's, or the host file's; a secret that is among `used` is resolved by `reveal`. */
export async function settingsOf(
  { plan, authority, used }: { plan: HostPlan; authority: Authority; used: Naming[] },
  reveal: (reference: SecretReference) => Promise<Secret>,
): Promise<Settings> {
  const names = new Set(used.flatMap(settingsIn))
  const defaults = Object.fromEntries(
    Object.entries(authority.settings).map(([name, { playbook }]) => [name, playbook]),
  )
  const usable = Object.entries(settingOverrides(plan)).filter(
    ([name, value]) => !isReference(value) || names.has(name),
  )
  const overrides = await Promise.all(
    usable.map(async ([name, value]) => [name, isReference(value) ? await reveal(value.reference) : value] as const),
  )
  return { ...defaults, ...Object.fromEntries(overrides) }
}

/** The host of a call. */
interface Called {
  authority: Authority
  settings: Settings
  facts: HostFacts
  transport: Pick<Transport, 'onRequest'>
}

/**
 * A call's command and what it is given on standard input, secrets and all. The program goes before the request: as a word
 * it would go through the shell that reads the command, a byte at a time.
 */
export function commandOf(
  call: Call,
  { authority, settings, facts, transport }: Called,
): { argv: string[]; stdin: string } {
  const more = {
    reporting: reportingFor(authority, facts, call.operations),
    ...(transport.onRequest ? { log_requests: true } : {}),
  }
  const request = lineOf({ ...requestOf(call, settings), ...more })
  return { argv: argvOf(settings, reader), stdin: `${programLine(call.modules)}${request}` }
}

/** A line for the standard input of the program, secrets and all. */
export function lineOf(request: { [name: string]: unknown }): string {
  return `${JSON.stringify(request, revealed)}\n`
}

/** The words of the command; `code` is what Python runs. */
function argvOf({ python = [] }: Settings, code: string): string[] {
  return [...[python].flat().map(String), '-c', code]
}

/** The request, in which secrets print as [secret]. */
function requestOf({ action, check, domain, naming, more }: Call, settings: Settings): Record<string, unknown> {
  return {
    action,
    ...(check === undefined ? {} : { check }),
    ...(domain === undefined ? {} : { domain }),
    ...filled(naming, settings),
    ...more,
  }
}

/** Replaces each name by its setting. */
function filled(naming: Naming, settings: Settings): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(naming).map(([name, value]) => [
      name,
      typeof value === 'string' ? (settings[value] ?? null) : filled(value, settings),
    ]),
  )
}

/** For JSON with secrets, which by themselves are printed as [secret]: only for the standard input of the command. */
function revealed(this: Record<string, unknown>, name: string, printed: unknown): unknown {
  const value = this[name]
  return value instanceof Secret ? value.reveal() : printed
}
