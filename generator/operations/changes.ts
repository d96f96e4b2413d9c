import type { OperationName } from './index.ts'

export interface ChangeWords {
  mark: '+' | '~' | '-'
  /** What is said of it; %(name)s stands for what the change names. */
  says: string
  /** Of one that makes an admin. */
  says_of_admin?: string
  /** In a summary: so many of them. */
  counts: string
}

/**
 * What makes accounts those that are declared, and how it is told, in the one order of changes: an account is made before it
 * is promoted, let in before it gets a password, and shut out when all else is done; an admin is made before another one
 * stops being one.
 */
const words = {
  'register-user': { mark: '+', says: 'create', says_of_admin: 'create, as a server admin', counts: 'to create' },
  'reactivate-user': { mark: '~', says: 'state: deactivated -> present', counts: 'to change' },
  'unlock-user': { mark: '~', says: 'state: locked -> present', counts: 'to change' },
  'unsuspend-user': { mark: '~', says: 'state: suspended -> present', counts: 'to change' },
  'set-password': { mark: '~', says: 'password: another -> as declared', counts: 'to change' },
  'promote-admin': { mark: '~', says: 'admin: no -> yes', counts: 'to change' },
  'demote-admin': { mark: '~', says: 'admin: yes -> no', counts: 'to change' },
  'add-email': { mark: '~', says: 'emails: + %(email)s', counts: 'to change' },
  'set-display-name': { mark: '~', says: 'display name: %(was)s -> %(display_name)s', counts: 'to change' },
  'set-kind': { mark: '~', says: 'kind: %(was)s -> %(kind)s', counts: 'to change' },
  'suspend-user': { mark: '-', says: 'state: present -> suspended', counts: 'to suspend' },
  'lock-user': { mark: '-', says: 'state: present -> locked', counts: 'to lock' },
  'deactivate-user': {
    mark: '-',
    says: 'deactivate: its password, sessions and rooms are lost',
    counts: 'to deactivate',
  },
} as const satisfies Partial<Record<OperationName, ChangeWords>>

export type ChangeName = keyof typeof words

export const changes: Record<ChangeName, ChangeWords> = words

export const changeOrder = Object.keys(words) as ChangeName[]
