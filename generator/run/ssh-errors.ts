import { AppError } from '../errors/app-error.ts'
import { type HostKeyVerdict, type KnownKey, knownName } from './known-hosts.ts'
import type { SshConfig } from './ssh-config.ts'

interface ShownKey {
  /** Type and fingerprint. */
  shown: string
  known: KnownKey[]
}

/** Why a host's key is not trusted. */
export function hostKeyError(verdict: Exclude<HostKeyVerdict, 'known'>, config: SshConfig, { shown, known }: ShownKey): AppError {
  const name = knownName(config)
  const where = `sudo sh -c 'for key in /etc/ssh/ssh_host_*_key.pub; do ssh-keygen -lf $key; done'`
  const connectOnce = `ssh ${config.port === 22 ? '' : `-p ${config.port} `}${config.user}@${config.name}`
  const words: Record<typeof verdict, [string, string]> = {
    unknown: [
      `The key of ${name} is not known here: ${shown}.`,
      `Compare it with what the host itself says (${where}), then accept it by connecting once: ${connectOnce}`,
    ],
    changed: [
      `The key of ${name} is not the one that was known: it is now ${shown}. Somebody may be listening in, or the host was set up anew.`,
      `Ask whoever runs the host. When the change is right: ssh-keygen -R '${name}'${filesOf(known)}, then ${connectOnce}`,
    ],
    revoked: [`The key of ${name} was revoked: ${shown}.`, `Do not connect. The host needs a new key${filesOf(known)}.`],
    authority: [
      `${name} is trusted through a certificate authority, which registrar cannot check; its own key is not known here: ${shown}.`,
      `Use the recipe (Ansible goes through OpenSSH, which can), or add the host's own key to known_hosts after comparing it (${where}).`,
    ],
  }
  const [message, hint] = words[verdict]
  return new AppError(`host-key-${verdict}`, message, { hint, exitCode: 3 })
}

function filesOf(known: KnownKey[]): string {
  const files = [...new Set(known.map(({ file }) => file))]
  return files.length === 1 ? ` -f ${files[0]}` : ''
}

export function loginError({ user, name, hostname }: SshConfig, tried: string[]): AppError {
  return new AppError('login-refused', `${hostname} does not let ${user} in (tried: ${tried.join(', ') || 'nothing; there is no key'}).`, {
    hint: `Is the user right, and is its key in ~${user}/.ssh/authorized_keys there? To see more: ssh -v ${user}@${name}`,
    exitCode: 3,
  })
}

export function unreachable({ name, hostname, port }: SshConfig, detail: string): AppError {
  return new AppError('unreachable', `${name} could not be reached at ${hostname}, port ${port}: ${detail}.`, {
    hint: `Check connection in the host file, and that this works: ssh ${name}. Nothing was touched.`,
    exitCode: 3,
  })
}
