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

/** A server that owns accounts: all that is known of it here. What the playbook calls things is in `dialects/servers.ts`. */
export interface Authority {
  /** Its proper name, for people. */
  label: string
  /** The same where it stands often. */
  short: string
  /** It owns the accounts in the place of a homeserver; undefined: it is one. */
  front?: Front
  /** What differs from host to host, with the values that fit the playbook. Role variables are made of it. */
  settings: Record<string, Setting>
  /** Those whose playbook's values do not fit a host, with the values that do. */
  overrides: (host: Pick<HostPlan, 'deployment' | 'access'>) => Record<string, SettingValue>
  usernames: UsernameRules
  passwords: PasswordRules
  /** What of a host file it has nothing for: keys of `access` with the reason, keys of an account, and of `registration`. */
  lacks: { access: Lacks; users: AccountLacks; registration: RegistrationLacks }
  /** It sends mail by `email.smtp`; others by the relay alone. */
  sendsMail: boolean
  /** The playbook's admin UIs that are of use with it; of one, a variable that releases have whose UI knows the server. */
  adminUis: Partial<Record<AdminUi, { since?: string }>>
  /** Its own tool in its container, a recipe of the workspace. */
  tool?: Tool
  /** By what an operation can be done that it does not refuse, the best first. */
  ways: (operation: OperationName, access?: AccessPlan) => Way[]
  /** What it is sent for an operation that it does not refuse, for --dry-run. */
  requests: Partial<Requests>
  /** How an admin of the homeserver gets into `access`, which is otherwise optional, and what for. */
  withoutAdmin: string
  /** What `setup-access` sets up, the ways of which one must work, and the rights that come with it, for people. */
  ownAccess: { kind: 'token' | 'cli'; ways: Way[]; rights: string }
  /** What does the operations next to it. */
  program: Program
  /** The operations that it cannot do. */
  refused: Partial<Record<OperationName, Refusal>>
  /** What an operation takes elsewhere, and not here. */
  refusedOptions?: Partial<Record<ParameterName, Refusal>>
  /** The oldest version that is tested. */
  oldest?: string
  /** The version that brought what an operation needs, of those newer than that. */
  since?: Partial<Record<OperationName, string>>
  /** What a sign in an answer means, where `commonAnswers` does not say it or means something else; anything else is a `server_error`. */
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

export type AdminUi = 'ketesa' | 'element_admin'

/** `$terminal` in its command is t where there is one, `$batch` set where there is none. */
export interface Tool {
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

/** What a setting is on a host; of a secret its place. */
export type SettingValue = string | boolean | string[] | { reference: SecretReference }

export interface UsernameRules {
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

/** Why an authority cannot do an operation, and what would make it possible. */
export interface Refusal {
  refused: string
  hint: string
}
