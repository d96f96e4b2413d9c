import { type ChangeName, changeOrder, changes } from '../operations/changes.ts'

/** One operation on one declared account, as the program next to the server plans it. It holds no secret: a password is found by the username. */
export interface Change {
  operation: ChangeName
  /** The localpart. */
  username: string
  /** Of register-user: it becomes a server admin. */
  admin?: true
  /** Of add-email. */
  email?: string
  /** Of set-display-name, and of register-user if it gets one. */
  display_name?: string
  /** Of set-kind, and of register-user if it is not that of a person. */
  kind?: string
  /** Of set-display-name and set-kind: what it was, or none. */
  was?: string
  /** For a lock or suspension: the reason, if it is not the account's own entry in the host file. */
  why?: string
}

/** The required keys of a change. */
const needs: Partial<Record<ChangeName, keyof Change>> = {
  'add-email': 'email',
  'set-display-name': 'display_name',
  'set-kind': 'kind',
}

/** Whether unknown data is a valid change. */
export function isChange(value: unknown): value is Change {
  const change = value as Partial<Change> | null | undefined
  if (typeof change?.username !== 'string' || !change.operation || !changeOrder.includes(change.operation)) return false
  const need = needs[change.operation]
  return need === undefined || typeof change[need] === 'string'
}

/** Whether it lets somebody sign in who could not before. */
export function opens({ operation }: Change): boolean {
  return ['register-user', 'unlock-user', 'reactivate-user'].includes(operation)
}

/** Whether it keeps somebody from using the account. */
export function shutsOut({ operation }: Change): boolean {
  return changes[operation].mark === '-'
}

/** Whether it gives the account a password. */
export function setsPassword({ operation }: Change): boolean {
  return operation === 'register-user' || operation === 'set-password'
}
