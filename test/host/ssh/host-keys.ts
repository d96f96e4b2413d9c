import { join } from 'node:path'
import { execaSync } from 'execa'
import { accountPassword } from '../../support/ssh-client.ts'
import { type Cases, registered } from './lab.ts'

const compare = "Compare it with the host's own key"

export const hostKeys: Cases = {
  known: () => registered,
  'known under a hashed name': ({ hostKey, name, directory }) => {
    const file = join(directory, 'hashed')
    execaSync('sh', ['-c', 'echo "$1" > "$2" && ssh-keygen -q -H -f "$2"', 'sh', `${name} ${hostKey}`, file])
    return { config: [`UserKnownHostsFile ${file}`], ...registered }
  },
  'known under its name without the port': ({ hostKey }) => ({ knownHosts: `127.0.0.1 ${hostKey}\n`, ...registered }),
  'known under HostKeyAlias': ({ hostKey }) => ({
    knownHosts: `the-server ${hostKey}\n`,
    config: ['HostKeyAlias the-server'],
    ...registered,
  }),
  unknown: ({ hostKey, name, fingerprint, host }) => ({
    knownHosts: `other.example.org ${hostKey}\n`,
    says: [
      `The host key of ${name} is unknown: ssh-ed25519 ${fingerprint}.`,
      compare,
      '/etc/ssh/ssh_host_*_key.pub',
      `-p ${host.port} root@127.0.0.1`,
    ],
    exitCode: 3,
  }),
  'unknown, at a terminal': ({ name, fingerprint }) => ({
    knownHosts: '',
    typed: [],
    says: [`The host key of ${name} is unknown: ssh-ed25519 ${fingerprint}.`, compare],
    exitCode: 3,
  }),
  'unknown, before a password is typed': ({ name }) => ({
    knownHosts: '',
    env: { MATRIX_PASSWORD: '' },
    typed: [],
    says: [`The host key of ${name} is unknown`],
    exitCode: 3,
  }),
  'known, and then a password is typed': () => ({
    env: { MATRIX_PASSWORD: '' },
    typed: [
      ['Password for ', accountPassword],
      ['Confirm password', accountPassword],
    ],
    ...registered,
  }),
  'unknown, and StrictHostKeyChecking accept-new': () => ({
    knownHosts: '',
    config: ['StrictHostKeyChecking accept-new'],
    ...registered,
  }),
  changed: ({ otherKey, name, fingerprint }) => ({
    knownHosts: `${name} ${otherKey}\n`,
    says: [`The host key of ${name} has changed: it is now ssh-ed25519 ${fingerprint}.`, `ssh-keygen -R '${name}' -f `],
    exitCode: 3,
  }),
  'changed, and StrictHostKeyChecking accept-new': ({ otherKey, name }) => ({
    knownHosts: `${name} ${otherKey}\n`,
    config: ['StrictHostKeyChecking accept-new'],
    says: [`The host key of ${name} has changed`],
    exitCode: 3,
  }),
  'changed, though it is known without the port': ({ hostKey, otherKey, name }) => ({
    knownHosts: `${name} ${otherKey}\n127.0.0.1 ${hostKey}\n`,
    says: [`The host key of ${name} has changed`],
    exitCode: 3,
  }),
  'other than without the port, which is unknown': ({ otherKey, name }) => ({
    knownHosts: `127.0.0.1 ${otherKey}\n`,
    says: [`The host key of ${name} is unknown`],
    exitCode: 3,
  }),
  revoked: ({ hostKey, name, fingerprint }) => ({
    knownHosts: `${name} ${hostKey}\n@revoked * ${hostKey}\n`,
    says: [`The host key of ${name} was revoked: ssh-ed25519 ${fingerprint}.`, 'Do not connect.'],
    exitCode: 3,
  }),
  'in a list of revoked keys': ({ directory }) => ({
    config: [`RevokedHostKeys ${join(directory, 'host.pub')}`],
    says: ['Cannot connect to', 'revoked', 'Nothing was changed.'],
    exitCode: 3,
  }),
  'signed by an authority that is trusted': ({ authority }) => ({
    knownHosts: `@cert-authority [127.0.0.1]:* ${authority}\n`,
    ...registered,
  }),
  'signed by an authority that is trusted, for somebody who needs sudo': ({ authority, host }) => ({
    knownHosts: `@cert-authority [127.0.0.1]:* ${authority}\n`,
    user: 'deploypw',
    become: { enabled: true, password: { env: 'BECOME' } },
    env: { BECOME: host.sudoPassword },
    ...registered,
  }),
  'signed by another authority than the trusted one': ({ otherKey }) => ({
    knownHosts: `@cert-authority [127.0.0.1]:* ${otherKey}\n`,
    says: ['Cannot connect to', 'Host key verification failed', 'Nothing was changed.'],
    exitCode: 3,
  }),
  'signed by a trusted authority, but revoked': ({ authority, hostKey }) => ({
    knownHosts: `@cert-authority [127.0.0.1]:* ${authority}\n@revoked * ${hostKey}\n`,
    says: ['Cannot connect to', 'revoked', 'Nothing was changed.'],
    exitCode: 3,
  }),
}
