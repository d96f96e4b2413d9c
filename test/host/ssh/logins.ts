import { join } from 'node:path'
import type { Cases } from './lab.ts'
import { registered } from './lab.ts'

export const logins: Cases = {
  'the agent alone': ({ directory }) => ({ identity: 'none', env: { SSH_AUTH_SOCK: join(directory, 'agent') }, ...registered }),
  'the agent, named by IdentityAgent': ({ directory }) => ({ identity: 'none', config: [`IdentityAgent ${join(directory, 'agent')}`], ...registered }),
  'of the agent only what IdentitiesOnly names': ({ host, directory }) => ({ identity: `${host.keyFile}.pub`, env: { SSH_AUTH_SOCK: join(directory, 'agent') }, ...registered }),
  'an agent that has only other keys': ({ directory }) => ({
    identity: join(directory, 'other.pub'),
    env: { SSH_AUTH_SOCK: join(directory, 'agent') },
    says: ['127.0.0.1 does not let root in (tried: not the agent, which has no key for this).'],
    exitCode: 3,
  }),
  'an agent that has gone, and an identity file': ({ directory }) => ({ env: { SSH_AUTH_SOCK: join(directory, 'gone') }, ...registered }),
  'an agent that has gone, and nothing else': ({ directory }) => ({
    identity: 'none',
    env: { SSH_AUTH_SOCK: join(directory, 'gone') },
    says: ['(tried: not the agent, which does not answer)'],
    exitCode: 3,
  }),
  'nothing at all': () => ({ identity: 'none', says: ['(tried: nothing; there is no key)', 'authorized_keys'], exitCode: 3 }),
  'an encrypted identity, its passphrase typed': ({ lockedKey, passphrase }) => ({ identity: lockedKey, typed: [[`Passphrase of ${lockedKey}: `, passphrase]], ...registered }),
  'an encrypted identity, its passphrase mistyped once': ({ lockedKey, passphrase }) => ({
    identity: lockedKey,
    typed: [
      [`Passphrase of ${lockedKey}: `, 'wrong secret'],
      [`Passphrase of ${lockedKey}: `, passphrase],
    ],
    ...registered,
  }),
  'an encrypted identity without a terminal': ({ lockedKey }) => ({
    identity: lockedKey,
    says: [`(tried: not ${lockedKey}, which has a passphrase that nobody was there to type)`],
    exitCode: 3,
  }),
  'an encrypted identity that the agent has': ({ lockedKey, directory }) => ({ identity: lockedKey, config: ['IdentitiesOnly no'], env: { SSH_AUTH_SOCK: join(directory, 'agent') }, ...registered }),
  'a key that the host does not know': ({ directory }) => ({
    identity: join(directory, 'other'),
    says: [`127.0.0.1 does not let root in (tried: ${join(directory, 'other')}).`, 'Nothing was touched.'],
    exitCode: 3,
  }),
  'a user that the host does not know': () => ({
    user: 'nobody-here',
    says: ['127.0.0.1 does not let nobody-here in', 'Is the user right', 'nobody-here@127.0.0.1'],
    exitCode: 3,
  }),
  "the user's password, typed": ({ host }) => ({
    user: 'deploypw',
    identity: 'none',
    become: { enabled: true, password: { env: 'BECOME' } },
    env: { BECOME: host.sudoPassword },
    typed: [['Password of deploypw@127.0.0.1: ', host.sudoPassword]],
    ...registered,
  }),
}
