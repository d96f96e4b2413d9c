import type { Failure } from '../operations/failures.ts'
import type { OperationName } from '../operations/index.ts'
import type { Outcome } from '../operations/operation.ts'
import type { ParameterName } from '../operations/parameters.ts'
import type { AccessPlan, HostPlan, SecretReference } from '../plan/host-plan.ts'
import type { Front } from './front.ts'
import type { AccountLacks, Lacks, RegistrationLacks } from './lacks.ts'
import type { Program } from './program.ts'
import type { Requests } from './request.ts'
import type { Way } from './ways.ts'

/** A server that owns accounts, with everything that depends on it. The playbook's names for it are in `dialects/servers.ts`. */
export interface Authority {
  /** Its proper name, for people. */
  label: string
  /** Its short name, for texts that mention it often. */
  short: string
  /** Set if it owns the accounts in place of a homeserver; undefined: it is a homeserver. */
  front?: Front
  /** Its settings, with the playbook's values as defaults. They become role variables. */
  settings: Record<string, Setting>
  /** The settings of a host that differ from those defaults. */
  overrides: (host: Pick<HostPlan, 'deployment' | 'access'>) => Record<string, SettingValue>
  usernames: UsernameRules
  passwords: PasswordRules
  /** Keys of a host file that it does not support: of `access` with the reason, of an account, and of `registration`. */
  lacks: { access: Lacks; users: AccountLacks; registration: RegistrationLacks }
  /** It sends mail by `email.smtp`; others only by the relay. */
  sendsMail: boolean
  /** The playbook's admin UIs that work with it; for one, a variable of the releases whose UI supports the server. */
  adminUis: Partial<Record<AdminUi, { since?: string }>>
  /** Its own tool in its container, a recipe of the workspace. */
  tool?: Tool
  /** The means by which an operation can be done, the best first. */
  ways: (operation: OperationName, access?: AccessPlan) => Way[]
  /** The requests of an operation, for --dry-run. */
  requests: Partial<Requests>
  /** The hint if `access` has no admin of the homeserver, which is optional. */
  withoutAdmin: string
  /** The access that `setup-access` sets up, the means of which one must work, and its rights, for people. */
  ownAccess: { kind: 'token' | 'cli'; ways: Way[]; rights: string }
  /** The program that runs next to it. */
  program: Program
  /** The operations that it cannot do. */
  refused: Partial<Record<OperationName, Refusal>>
  /** Options of operations that it does not support; a password is then not asked for either. */
  refusedOptions: Partial<Record<OperationName, RefusedOptions>>
  /** The oldest version that is tested. */
  oldest?: string
  /** The version that an operation needs, if newer than that. */
  since?: Partial<Record<OperationName, string>>
  /** The meaning of signs, in addition to `commonAnswers` or instead of it; anything else is a `server_error`. */
  answers: Answers
}

/** A homeserver, and how it is installed without the playbook. */
export interface HomeserverAuthority extends Authority {
  native: {
    python: string
    config: string[]
    service: string
    /** It is written in Python, which then runs the program. */
    isPython: boolean
  }
}

type AdminUi = 'ketesa' | 'element_admin'

/** In its command, `$terminal` is t on a terminal, and `$batch` is set elsewhere. */
interface Tool {
  name: string
  doc: string
  command: string
  batch: string
}

export type Answers = Record<string, Outcome | Failure | 'ready'>

export interface Setting {
  summary: string
  playbook: string | number | boolean | string[]
  /** Its value is never shown; the host file has a reference. */
  secret?: true
}

/** The value of a setting on a host; for a secret its reference. */
export type SettingValue = string | boolean | string[] | { reference: SecretReference }

interface UsernameRules {
  /** What the localpart of a new account must match, whole. */
  pattern: string
  /** Longest user ID, in bytes, "@" and ":DOMAIN" included. */
  maxUserId: number
}

/** Sizes are bytes of UTF-8, counted after the normalization where there is one; null: no limit. */
export interface PasswordRules {
  min_bytes: number
  max_bytes: number | null
  normalization: 'NFKC' | null
}

export type RefusedOptions = Partial<Record<ParameterName, Refusal>>

/** Why an authority cannot do an operation, and an alternative. */
export interface Refusal {
  refused: string
  hint: string
}
