import type { Failure } from '../operations/failures.ts'
import type { OperationName } from '../operations/index.ts'
import type { Outcome } from '../operations/operation.ts'

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
  operations: Record<OperationName, Step[] | Refusal>
}

export interface Setting {
  summary: string
  playbook: string | number | string[]
}

export interface UsernameRules {
  /** What a localpart must match, whole. */
  pattern: string
  /** Longest user ID, in bytes, "@" and ":DOMAIN" included. */
  maxUserId: number
}

/** Sizes are bytes of UTF-8, counted after the normalization where there is one. */
export interface PasswordRules {
  min_bytes: number
  max_bytes: number
  normalization: 'NFKC' | null
}

/** A command on the host. `argv` is never a shell string; secrets travel in `stdin`, which is sent as JSON. */
export interface Step {
  /** What it does, as the name of an Ansible task. */
  name: string
  /** Whether its input or answer holds a secret, so that it is never logged. */
  secret: boolean
  argv: Word[]
  stdin: { [key: string]: Value }
  /** What each sign in the program's answer means; anything else is `otherwise`. */
  answers: Record<string, Outcome | Failure | 'ready'>
  otherwise: Failure
}

/** A word of a command; a setting that is a list gives several. */
export type Word = string | { setting: string } | { program: string }

export type Value =
  | string
  | number
  | boolean
  | null
  | { setting: string }
  | { parameter: string }
  /** The first when it is to be done, the second when it is only to be predicted. */
  | { act: string; predict: string }
  | { fact: 'domain' }
  | Value[]
  | { object: { [key: string]: Value } }

/** Why an authority cannot do an operation, and what would make it possible. */
export interface Refusal {
  refused: string
  hint: string
}
