import type { Finds } from './finds.ts'
import type { Parameter, ParameterName } from './parameters.ts'

/** What can be done to accounts. From this come the Ansible tag and tasks, the recipe, the command, and the reference. */
export interface Operation {
  /** Kebab-case: the tag, the recipe and the command. */
  name: string
  /** One line, in the imperative. */
  summary: string
  /** In the order in which its recipe takes them. */
  parameters: Parameter[]
  /** What it takes beside those: options of the command, extra variables of Ansible. */
  options?: Parameter[]
  /** The outcome that changes the server; none for a read-only operation. */
  changes?: Outcome
  /** Its message is the answer itself, such as a new token: printed even with --quiet. */
  isAnswer?: boolean
  /** The secret in its answer, which is shown once or kept in a file. */
  makes?: 'access_token'
  /** The text that it prints, to be sent to somebody: see invitation.ts. */
  text?: string
  /** The records that a read-only operation returns. */
  finds?: Finds
  /** The message for each outcome that is not a failure: when it was done, and when it was only predicted. */
  messages: Partial<Record<Outcome, string>>
  predicts: Partial<Record<Outcome, string>>
  /** What is still worth doing after an outcome. */
  next?: Partial<Record<Outcome, NextStep[]>>
  /** What is typed after its name, for the help of its command. */
  examples: string[]
}

/** How an operation ended well; everything else is a `Failure`. */
export type Outcome =
  | 'created'
  | 'created_without_email'
  | 'created_without_session'
  | 'created_by_login'
  | 'exists'
  | 'changed'
  | 'changed_in_database'
  | 'changed_with_password'
  | 'changed_but_acting'
  | 'changed_session'
  | 'unchanged'
  | 'unchanged_but_acting'
  | 'unchanged_session'
  | 'found'

export type NextStep =
  | 'log_in'
  | 'log_in_anywhere'
  | 'discovery'
  | 'add_email'
  | 'set_password'
  | 'restart'
  | 'revoke_token'
  | 'revoke_all'
  | 'no_encryption'
  | 'hand_out'
  | 'hand_out_anywhere'
  | Note

/** Facts about the server that a person should know, whatever the operation. */
export type Note =
  'passwords_off' | 'passwords_elsewhere' | 'not_delegated' | 'registration_closed' | 'still_locked' | 'still_suspended'

/** Every parameter and option of an operation. */
export function allParameters({ parameters, options = [] }: Operation): Parameter[] {
  return [...parameters, ...options]
}

export function passwordOf(operation: Operation): Parameter | undefined {
  return allParameters(operation).find(({ kind }) => kind === 'secret')
}

/** Whether the outcome is the one that changes the server, however it was done. */
export function isChange({ changes }: Operation, outcome: Outcome): boolean {
  return changes !== undefined && (outcome === changes || outcome.startsWith(`${changes}_`))
}

/** What everything that can be left out is then; a secret is nothing. */
export function defaultsOf(operation: Operation): Partial<Record<ParameterName, string | string[]>> {
  const optional = allParameters(operation).filter(
    ({ kind, default: preset }) => preset !== undefined && kind !== 'secret',
  )
  return Object.fromEntries(
    optional.map(({ name, kind, default: preset = '' }) => [name, kind === 'list' ? [] : preset]),
  )
}
