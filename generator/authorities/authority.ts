import type { Failure } from '../operations/failures.ts'
import type { OperationName } from '../operations/index.ts'
import type { Outcome } from '../operations/operation.ts'
import type { ParameterName } from '../operations/parameters.ts'

/** A server that owns accounts: how each operation is done there and what its answers mean. */
export interface Authority {
  /** Its proper name, for people. */
  label: string
  /** What differs from host to host, with the values that fit the playbook. Role variables are made of it. */
  settings: Record<string, Setting>
  usernames: UsernameRules
  passwords: PasswordRules
  /** Does the server answer? Asked until it does, after its service was started. */
  ready: Step
  /** What works there? For the doctor. */
  look: Step
  operations: Record<OperationName, Step[] | Refusal>
  /** What a sign in an answer means, where `commonAnswers` does not say it or means something else; anything else is a `server_error`. */
  answers: Answers
}

export type Answers = Record<string, Outcome | Failure | 'ready'>

export interface Setting {
  summary: string
  playbook: string | number | boolean | string[]
  /** Its value is never shown; the host file has a reference. */
  secret?: true
}

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

/** A command on the host. `argv` is never a shell string; secrets travel in `stdin`, which is sent as JSON and never logged. */
export interface Step {
  /** What it does, as the name of an Ansible task. */
  name: string
  argv: Word[]
  stdin: { [key: string]: Value }
}

/** A word of a command; a setting that is a list gives several. */
export type Word = string | { setting: string } | { program: string[] }

export type Value =
  | string
  | number
  | boolean
  | null
  | { setting: string }
  | { parameter: ParameterName }
  /** check: it is only to be predicted. */
  | { fact: 'domain' | 'check' }
  | Value[]
  | { object: { [key: string]: Value } }

/** Why an authority cannot do an operation, and what would make it possible. */
export interface Refusal {
  refused: string
  hint: string
}
