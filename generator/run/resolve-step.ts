import type { Authority, Setting, Step, Value, Word } from '../authorities/authority.ts'
import { settingsIn } from '../authorities/settings-in.ts'
import type { ParameterName } from '../operations/parameters.ts'
import type { HostPlan, SecretReference } from '../plan/host-plan.ts'
import { isReference, settingOverrides } from '../plan/setting-overrides.ts'
import { programLine, reader } from '../render/program.ts'
import { Secret } from '../secrets/secret.ts'

export type Settings = Record<string, Setting['playbook'] | Secret>

/** An account as the steps name their parameters: the username is the localpart. */
export type Account = Partial<Record<ParameterName, string | string[] | Secret>>

/** A value that is no secret, as text. */
export function textOf(value: Account[ParameterName]): string {
  return value instanceof Secret || value === undefined ? '' : [value].flat().join(', ')
}

/** What a step's words and values stand for. */
export interface Context {
  settings: Settings
  domain: string
  accounts: Account[]
  /** Only to be predicted. */
  check: boolean
  /** What else the request has. */
  more?: Record<string, unknown>
}

/** A request as it is sent; a Secret in it prints as [secret]. */
export type Resolved = string | number | boolean | null | Secret | Resolved[] | { [key: string]: Resolved }

/** An authority's settings for a host: the playbook's, or what the host file says; a secret that the steps use as `reveal` gives it. */
export async function settingsOf(
  { plan, authority, steps }: { plan: HostPlan; authority: Authority; steps: Step[] },
  reveal: (reference: SecretReference) => Promise<Secret>,
): Promise<Settings> {
  const used = new Set(steps.flatMap(({ stdin }) => Object.values(stdin).flatMap(settingsIn)))
  const defaults = Object.fromEntries(
    Object.entries(authority.settings).map(([name, { playbook }]) => [name, playbook]),
  )
  const known = Object.entries(settingOverrides(plan)).filter(([name, value]) => !isReference(value) || used.has(name))
  const overrides = await Promise.all(
    known.map(async ([name, value]) => [name, isReference(value) ? await reveal(value.reference) : value] as const),
  )
  return { ...defaults, ...Object.fromEntries(overrides) }
}

/**
 * A step's command and what it is given on standard input, secrets and all. The program goes before the request: as a word
 * it would go through the shell that reads the command, a byte at a time.
 */
export function commandOf(step: Step, context: Context): { argv: string[]; stdin: string } {
  const programs = step.argv.flatMap((word) =>
    typeof word === 'object' && 'program' in word ? programLine(word.program) : [],
  )
  return {
    argv: resolveArgv(step.argv, context.settings, () => reader),
    stdin: programs.join('') + revealed({ ...resolveRequest(step, context), ...context.more }),
  }
}

export function resolveArgv(argv: Word[], settings: Settings, nameProgram: (modules: string[]) => string): string[] {
  return argv.flatMap((word) => {
    if (typeof word === 'string') return word
    if ('program' in word) return nameProgram(word.program)
    const value = settings[word.setting] ?? []
    return Array.isArray(value) ? value : String(value) // a Secret, which none of the commands names, would print as [secret]
  })
}

export function resolveRequest(step: Step, context: Context): { [key: string]: Resolved } {
  return Object.fromEntries(Object.entries(step.stdin).map(([key, value]) => [key, resolve(value, context)]))
}

function resolve(value: Value, context: Context, account = context.accounts[0]): Resolved {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value))
    return value.flatMap((item) =>
      namesParameter(item)
        ? context.accounts.map((each) => resolve(item, context, each))
        : [resolve(item, context, account)],
    )
  if ('setting' in value) return context.settings[value.setting] ?? null
  if ('parameter' in value) return account?.[value.parameter] ?? null
  if ('fact' in value) return value.fact === 'check' ? context.check : context.domain
  return Object.fromEntries(Object.entries(value.object).map(([key, item]) => [key, resolve(item, context, account)]))
}

/** Such an item of a list stands once for each account. */
function namesParameter(value: Value): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'object' in value &&
    (Object.keys(value.object as object).length === 0 ||
      Object.values(value.object as object).some(
        (item) => typeof item === 'object' && item !== null && 'parameter' in item,
      ))
  )
}

/** The request as JSON with its secrets: only for the standard input of the command. */
function revealed(request: unknown): string {
  return JSON.stringify(reveal(request))
}

function reveal(value: unknown): unknown {
  if (value instanceof Secret) return value.reveal()
  if (Array.isArray(value)) return value.map(reveal)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, reveal(item)]))
}
