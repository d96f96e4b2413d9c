import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cases, ownSshd, registered, type SshLab } from './lab.ts'

/** From the host itself, where sshd is at the usual port. */
const inside = { port: 22 }

const bothNames = ({ name, hostKey }: SshLab) => `${name},127.0.0.1 ${hostKey}\n`

export const ways: Cases = {
  'a jump through the host': (lab) => ({
    ...inside,
    knownHosts: bothNames(lab),
    config: ['Match user root', `  ProxyJump deploy@${lab.name}`],
    ...registered,
  }),
  'two jumps': (lab) => ({
    ...inside,
    knownHosts: bothNames(lab),
    config: [`Match host 127.0.0.1 user root`, `  ProxyJump deploy@${lab.name},nosudo@127.0.0.1:22`],
    ...registered,
  }),
  'a jump through a host that is not known': ({ name, hostKey }) => ({
    ...inside,
    knownHosts: `other.example.org ${hostKey}\n`,
    config: ['Match user root', `  ProxyJump deploy@${name}`],
    says: ['Cannot connect to', 'Host key verification failed'],
    exitCode: 3,
  }),
  'a jump to a host that is not known': ({ name, hostKey, fingerprint }) => ({
    ...inside,
    knownHosts: `${name} ${hostKey}\n`,
    config: ['Match user root', `  ProxyJump deploy@${name}`],
    says: [`The host key of 127.0.0.1 is unknown: ssh-ed25519 ${fingerprint}.`],
    exitCode: 3,
  }),
  'a jump through a host that lets nobody in': (lab) => ({
    ...inside,
    knownHosts: bothNames(lab),
    config: ['Match user root', `  ProxyJump nobody-here@${lab.name}`],
    says: ['Cannot connect to', 'nobody-here@127.0.0.1: Permission denied'],
    exitCode: 3,
  }),
  'a jump to where nothing listens': (lab) => ({
    port: 9,
    config: ['Match user root', `  ProxyJump deploy@${lab.name}`],
    says: ['Cannot connect to 127.0.0.1, port 9: ', 'Connection refused'],
    exitCode: 3,
  }),
  'a jump to a host whose key an authority signed': (lab) => ({
    ...inside,
    knownHosts: `${lab.name} ${lab.hostKey}\n@cert-authority 127.0.0.1 ${lab.authority}\n`,
    config: ['Match user root', `  ProxyJump deploy@${lab.name}`],
    ...registered,
  }),
  'a ProxyCommand': (lab) => ({ config: [ownSshd(lab)], ...registered }),
  'a ProxyCommand with tokens': (lab) => ({
    config: [
      `ProxyCommand sh -c 'test %h:%p:%r:%n:%% = "127.0.0.1:${lab.host.port}:root:127.0.0.1:%%" && exec docker exec -i ${lab.host.containerId} /usr/sbin/sshd -i'`,
    ],
    ...registered,
  }),
  'a ProxyCommand that fails': () => ({
    config: [`ProxyCommand sh -c 'echo the tunnel is closed >&2; exit 1'`],
    says: ['Cannot connect to', ': the tunnel is closed.', 'Nothing was changed.'],
    exitCode: 3,
  }),
  'a ProxyCommand that fails without a word': () => ({
    config: ['ProxyCommand false'],
    says: ['Cannot connect to', 'Nothing was changed.'],
    exitCode: 3,
  }),
  'a ProxyCommand that is not there': () => ({
    config: ['ProxyCommand no-such-program %h'],
    says: ['Cannot connect to', 'no-such-program', 'not found'],
    exitCode: 3,
  }),
  'a ProxyCommand that says nothing': () => ({
    config: ['ProxyCommand sleep 600', 'ConnectTimeout 1'],
    says: ['Cannot connect to', 'no answer within 1 s'],
    exitCode: 3,
  }),
  'no session is allowed': (lab) => ({
    config: [ownSshd(lab, 'MaxSessions=0')],
    says: ['127.0.0.1 accepts the login, but runs no commands'],
    exitCode: 3,
  }),
  'only another command is allowed': (lab) => ({
    config: [ownSshd(lab, `ForceCommand="echo 'Backups only.'"`)],
    says: ['runs no commands: Backups only.', 'a command is forced for this key'],
    exitCode: 3,
  }),
  'Match and Include': ({ host, directory }) => {
    const included = join(directory, 'included')
    writeFileSync(
      included,
      `Match originalhost matrix-server exec "test 1 = 1"\n  HostName 127.0.0.1\n  IdentityFile ${host.keyFile}\n`,
    )
    return { address: 'matrix-server', identity: 'none', config: [`Include ${included}`, 'Match all'], ...registered }
  },
  'a configuration that ssh cannot read': () => ({
    config: ['NoSuchSetting yes'],
    says: ['ssh cannot read its configuration', 'nosuchsetting'],
    exitCode: 2,
  }),
  'a name that does not resolve': () => ({
    address: 'matrix.invalid',
    says: ['Cannot connect to matrix.invalid', 'host name not found', 'Nothing was changed.'],
    exitCode: 3,
  }),
}
