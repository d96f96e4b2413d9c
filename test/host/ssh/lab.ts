import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import type { LabHost } from '../../lab/host.ts'
import { poll } from '../../lab/poll.ts'
import { makeDirectory } from '../../support/directory.ts'
import type { Visit } from '../../support/ssh-client.ts'

/** The host, with all that can stand between it and somebody who comes by SSH. */
export interface SshLab {
  host: LabHost
  directory: string
  /** A line of known_hosts without its name: type and key. */
  hostKey: string
  fingerprint: string
  /** Of the authority that signed the host's key. */
  authority: string
  /** A key of the same type that is nobody's. */
  otherKey: string
  /** The lab's key under `passphrase`. */
  lockedKey: string
  passphrase: string
  nosudoPassword: string
  /** The name in known_hosts. */
  name: string
}

/** A visit, and how it ends. */
export interface Case extends Visit {
  says: readonly string[]
  exitCode: 0 | 2 | 3 | 130
}

/** Cases by what they are about; they need the lab, which is there later. */
export type Cases = Record<string, (lab: SshLab) => Case>

export const registered = { says: ['an ordinary user'], exitCode: 0 } as const

export async function prepareSsh(host: LabHost): Promise<SshLab> {
  const directory = makeDirectory()
  const [, type = '', key = ''] = (await readFile(host.knownHosts, 'utf8')).trim().split(' ')
  const hostKey = `${type} ${key}`
  const [, fingerprint = ''] = (await execa('ssh-keygen', ['-lf', host.knownHosts])).stdout.split(' ')
  const lab = {
    host,
    directory,
    hostKey,
    fingerprint,
    authority: await makeKey(directory, 'authority'),
    otherKey: await makeKey(directory, 'other'),
    lockedKey: join(directory, 'locked'),
    passphrase: 'passphrase secret',
    nosudoPassword: 'nosudo secret',
    name: `[127.0.0.1]:${host.port}`,
  }
  await writeFile(lab.lockedKey, await readFile(host.keyFile), { mode: 0o600 })
  await execa('ssh-keygen', ['-q', '-p', '-N', lab.passphrase, '-f', lab.lockedKey])
  await host.shell(unfriendly(await certificateOf(lab), lab.nosudoPassword))
  await poll(async () => (await host.ssh('true')).exitCode === 0, { what: 'sshd after its new settings' })
  return lab
}

/** A sshd of its own on the host, for this connection alone. */
export function ownSshd({ host }: SshLab, ...options: string[]): string {
  return `ProxyCommand docker exec -i ${host.containerId} /usr/sbin/sshd -i ${options.map((option) => `-o ${option}`).join(' ')}`
}

async function makeKey(directory: string, name: string): Promise<string> {
  await execa('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', join(directory, name)])
  return (await readFile(join(directory, `${name}.pub`), 'utf8')).split(' ').slice(0, 2).join(' ')
}

async function certificateOf({ directory, hostKey }: SshLab): Promise<string> {
  await writeFile(join(directory, 'host.pub'), `${hostKey}\n`)
  await execa('ssh-keygen', [
    '-q',
    '-s',
    join(directory, 'authority'),
    '-I',
    'host',
    '-h',
    '-n',
    '127.0.0.1',
    join(directory, 'host.pub'),
  ])
  return (await readFile(join(directory, 'host-cert.pub'), 'utf8')).trim()
}

/** For every visit: a banner, one session at a time, and for everyone but root start-up files that talk. */
const unfriendly = (certificate: string, nosudoPassword: string): string => `
echo '${certificate}' > /etc/ssh/host-cert.pub
echo 'Authorized use only. {"results": "of the banner"}' > /etc/ssh/banner
cat > /etc/ssh/sshd_config.d/unfriendly.conf <<'END'
HostCertificate /etc/ssh/host-cert.pub
Banner /etc/ssh/banner
MaxSessions 1
END
echo 'nosudo:${nosudoPassword}' | chpasswd
for user in deploy deploypw nosudo; do
  for file in .bashrc .profile .bash_profile; do
    cat > "/home/$user/$file" <<'END'
echo '{"results": "of a start-up file"}'
printf 'no newline here: '
echo 'talk on standard error' >&2
END
  done
done
systemctl restart ssh
`
