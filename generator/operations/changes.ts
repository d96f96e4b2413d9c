import type { OperationName } from './index.ts'

interface ChangeWords {
  mark: '+' | '~' | '-'
  /** Its line in a plan; %(name)s is replaced by the change's own value. */
  text: string
  /** Of one that makes an admin. */
  text_of_admin?: string
  /** In a summary: so many of them. */
  counts: string
}

/**
 * The changes that make accounts match, with their words, in the order of doing them: an account is made before it
 * is promoted, let in before it gets a password, and shut out when all else is done; an admin is made before another one
 * stops being one.
 */
const words = {
  'register-user': { mark: '+', text: 'create', text_of_admin: 'create, as a server admin', counts: 'to create' },
  'reactivate-user': { mark: '~', text: 'state: deactivated -> present', counts: 'to change' },
  'unlock-user': { mark: '~', text: 'state: locked -> present', counts: 'to change' },
  'unsuspend-user': { mark: '~', text: 'state: suspended -> present', counts: 'to change' },
  'set-password': { mark: '~', text: 'password: another -> as declared', counts: 'to change' },
  'promote-admin': { mark: '~', text: 'admin: no -> yes', counts: 'to change' },
  'demote-admin': { mark: '~', text: 'admin: yes -> no', counts: 'to change' },
  'add-email': { mark: '~', text: 'emails: + %(email)s', counts: 'to change' },
  'set-display-name': { mark: '~', text: 'display name: %(was)s -> %(display_name)s', counts: 'to change' },
  'set-kind': { mark: '~', text: 'kind: %(was)s -> %(kind)s', counts: 'to change' },
  'suspend-user': { mark: '-', text: 'state: present -> suspended', counts: 'to suspend' },
  'lock-user': { mark: '-', text: 'state: present -> locked', counts: 'to lock' },
  'deactivate-user': {
    mark: '-',
    text: 'deactivate: its password, sessions and rooms are lost',
    counts: 'to deactivate',
  },
} as const satisfies Partial<Record<OperationName, ChangeWords>>

export type ChangeName = keyof typeof words

export const changes: Record<ChangeName, ChangeWords> = words

export const changeOrder = Object.keys(words) as ChangeName[]
