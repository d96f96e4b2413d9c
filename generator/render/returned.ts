import type { Finds } from '../operations/finds.ts'
import type { listRegistrationTokens } from '../operations/list-registration-tokens.ts'
import type { listSessions } from '../operations/list-sessions.ts'

/** A value that a module returns, for its documentation. */
interface Returned {
  description: string
  type: 'str' | 'int' | 'bool' | 'list'
  elements?: 'str'
  sample?: string
}

const account: Record<string, Returned> = {
  user_id: { description: 'The user ID.', type: 'str', sample: '@john:example.com' },
  username: { description: 'Its part before the colon.', type: 'str', sample: 'john' },
  display_name: { description: 'What people see instead of the username; may be empty.', type: 'str' },
  admin: { description: 'Whether it is a server admin.', type: 'bool' },
  locked: { description: 'Whether it is locked.', type: 'bool' },
  suspended: { description: 'Whether it is suspended; null if the server does not report it in a list.', type: 'bool' },
  deactivated: { description: 'Whether it is deactivated.', type: 'bool' },
  erased: { description: 'Whether other servers were asked to forget what it wrote.', type: 'bool' },
  kind: {
    description:
      'Empty for a person; else V(bot), V(support), V(guest), V(bridge), or V(server) for an account of the server itself.',
    type: 'str',
  },
  emails: {
    description: 'Its e-mail addresses; null if the server does not report them, as in some lists.',
    type: 'list',
    elements: 'str',
  },
  created: { description: 'When it was created; null if unknown.', type: 'str', sample: '2026-11-27T09:30:00Z' },
  last_seen: {
    description: 'In a list, when it was last seen; null if unknown, missing if the server does not report it.',
    type: 'str',
    sample: '2026-11-28T18:00:00Z',
  },
}

const session: Record<keyof typeof listSessions.finds.row, Returned> = {
  session: { description: 'Its ID.', type: 'str' },
  name: { description: 'The name of its device or program; may be empty.', type: 'str' },
  kind: { description: 'V(client), or at MAS also V(browser) or V(token).', type: 'str' },
  last_ip: { description: 'The IP address that it was last used from; null if unknown.', type: 'str' },
  last_seen: { description: 'When it was last used; null if unknown.', type: 'str', sample: '2026-11-28T18:00:00Z' },
}

const token: Record<keyof typeof listRegistrationTokens.finds.row, Returned> = {
  token: { description: 'The token.', type: 'str', sample: 'welcome' },
  uses: { description: 'How many accounts were registered with it.', type: 'int' },
  uses_allowed: { description: 'How many may be; null if unlimited.', type: 'int' },
  pending: { description: 'How many registrations with it have begun and not ended.', type: 'int' },
  expires: { description: 'When it expires; null if never.', type: 'str', sample: '2027-01-31T00:00:00Z' },
  valid: { description: 'Whether somebody can still register with it.', type: 'bool' },
}

/** The records that operations find, by the name under which modules return them. */
export const records: Record<Finds['fact'], { description: string; contains: { [key: string]: object } }> = {
  user: { description: 'The account.', contains: account },
  users: { description: 'The accounts.', contains: account },
  sessions: { description: 'The sessions.', contains: session },
  tokens: { description: 'The registration tokens.', contains: token },
}

/** What every module returns besides the message when it fails, unless Ansible itself refuses an option. */
export const failureValues = Object.fromEntries(
  Object.entries({
    outcome: 'V(refused) if it was refused beforehand, else V(failed).',
    class: 'The kind of failure, for conditions; none if Ansible refuses an option.',
    hint: 'What to do about it; RV(msg) ends with it, too.',
  }).map(([name, description]) => [name, { description, type: 'str', returned: 'failure' }]),
)
