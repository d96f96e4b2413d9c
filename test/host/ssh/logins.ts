import { join } from 'node:path'
import { type Cases, ownSshd, registered } from './lab.ts'

export const logins: Cases = {
  'the agent alone': ({ directory }) => ({
    identity: 'none',
    env: { SSH_AUTH_SOCK: join(directory, 'agent') },
    ...registered,
  }),
  'the agent, named by IdentityAgent': ({ directory }) => ({
    identity: 'none',
    config: [`IdentityAgent ${join(directory, 'agent')}`],
    ...registered,
  }),
  'of the agent only what IdentitiesOnly names': ({ host, directory }) => ({
    identity: `${host.keyFile}.pub`,
    env: { SSH_AUTH_SOCK: join(directory, 'agent') },
    ...registered,
  }),
  'an agent that has only other keys': ({ directory }) => ({
    identity: join(directory, 'other.pub'),
    env: { SSH_AUTH_SOCK: join(directory, 'agent') },
    says: ['127.0.0.1 refused the login as root (tried: not the agent, which has no key for this).'],
    exitCode: 3,
  }),
  'an agent that has gone, and an identity file': ({ directory }) => ({
    env: { SSH_AUTH_SOCK: join(directory, 'gone') },
    ...registered,
  }),
  'an agent that has gone, and nothing else': ({ directory }) => ({
    identity: 'none',
    env: { SSH_AUTH_SOCK: join(directory, 'gone') },
    says: ['(tried: not the agent, which does not answer)'],
    exitCode: 3,
  }),
  'nothing at all': () => ({
    identity: 'none',
    says: ['(tried: nothing; there is no key)', 'authorized_keys'],
    exitCode: 3,
  }),
  'an encrypted identity, its passphrase typed': ({ lockedKey, passphrase }) => ({
    identity: lockedKey,
    typed: [[`Passphrase of ${lockedKey}`, passphrase]],
    ...registered,
  }),
  'an encrypted identity, its passphrase mistyped once': ({ lockedKey, passphrase }) => ({
    identity: lockedKey,
    typed: [
      [`Passphrase of ${lockedKey}`, 'wrong secret'],
      [`Passphrase of ${lockedKey}`, passphrase],
    ],
    ...registered,
  }),
  'an encrypted identity, and a person who breaks off': ({ lockedKey }) => ({
    identity: lockedKey,
    typed: [[`Passphrase of ${lockedKey}`, '\u0003']],
    says: ['Cancelled. No changes were made.'],
    exitCode: 130,
  }),
  'what the host asks for, and a person who breaks off': (lab) => ({
    user: 'deploypw',
    identity: 'none',
    config: [ownSshd(lab, 'PasswordAuthentication=yes', 'KbdInteractiveAuthentication=yes', 'UsePAM=yes')],
    typed: [['127.0.0.1 asks: Password:', '\u0003']],
    says: ['Cancelled. No changes were made.'],
    exitCode: 130,
  }),
  'an encrypted identity without a terminal': ({ lockedKey }) => ({
    identity: lockedKey,
    says: [`(tried: not ${lockedKey}, whose passphrase could not be asked for)`],
    exitCode: 3,
  }),
  'an encrypted identity that the agent has': ({ lockedKey, directory }) => ({
    identity: lockedKey,
    config: ['IdentitiesOnly no'],
    env: { SSH_AUTH_SOCK: join(directory, 'agent') },
    ...registered,
  }),
  'a key that the host does not know': ({ directory }) => ({
    identity: join(directory, 'other'),
    says: [`127.0.0.1 refused the login as root (tried: ${join(directory, 'other')}).`, 'Nothing was changed.'],
    exitCode: 3,
  }),
  'a user that the host does not know': () => ({
    user: 'nobody-here',
    says: ['127.0.0.1 refused the login as nobody-here', 'Check the user', 'nobody-here@127.0.0.1'],
    exitCode: 3,
  }),
  'an identity file that cannot be read': ({ directory }) => ({
    identity: directory,
    says: [`(tried: not ${directory}, which cannot be read)`],
    exitCode: 3,
  }),
  'too many keys for the host': (lab) => ({
    identity: join(lab.directory, 'other'),
    config: [ownSshd(lab, 'MaxAuthTries=1')],
    says: ['Too many authentication failures', 'Nothing was changed.'],
    exitCode: 3,
  }),
  'a password where the host takes none': (lab) => ({
    identity: 'none',
    config: [ownSshd(lab, 'PasswordAuthentication=no', 'KbdInteractiveAuthentication=no')],
    typed: [['Password of', 'needless secret']],
    says: ['127.0.0.1 refused the login as root (tried: nothing; there is no key).'],
    exitCode: 3,
  }),
  'what the host asks for, typed': (lab) => ({
    user: 'deploypw',
    identity: 'none',
    config: [ownSshd(lab, 'PasswordAuthentication=no', 'KbdInteractiveAuthentication=yes', 'UsePAM=yes')],
    become: { enabled: true, password: { env: 'BECOME' } },
    env: { BECOME: lab.host.sudoPassword },
    typed: [['127.0.0.1 asks: Password:', lab.host.sudoPassword]],
    ...registered,
  }),
  'a password that is mistyped once': ({ host }) => ({
    user: 'deploypw',
    identity: 'none',
    become: { enabled: true, password: { env: 'BECOME' } },
    env: { BECOME: host.sudoPassword },
    typed: [
      ['Password of deploypw@127.0.0.1', 'wrong secret'],
      ['Password of deploypw@127.0.0.1', host.sudoPassword],
    ],
    ...registered,
  }),
  "the user's password, typed": ({ host }) => ({
    user: 'deploypw',
    identity: 'none',
    become: { enabled: true, password: { env: 'BECOME' } },
    env: { BECOME: host.sudoPassword },
    typed: [['Password of deploypw@127.0.0.1', host.sudoPassword]],
    ...registered,
  }),
}
