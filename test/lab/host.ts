import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { execa, type Options } from 'execa'

import { docker } from './docker.ts'
import { domain } from './domain.ts'
import { startHostContainer } from './host-container.ts'
import type { HomeserverOptions, HostSecrets } from './host-files.ts'
import { setUpHost, sudoPassword } from './host-setup.ts'
import { isReady, poll } from './poll.ts'
import { installRootfs } from './rootfs.ts'
import { count } from './tally.ts'

/** Everything there is to know about a running host: plain data, so that one run's processes can share one host. */
export interface HostFacts extends HostSecrets {
  domain: typeof domain
  hostName: 'matrix.example.org'
  /** sshd is at 127.0.0.1, this port. */
  port: number
  keyFile: string
  knownHosts: string
  /** root; `deploy` (sudo without a password), `deploypw` (sudo asks for `sudoPassword`), `nosudo`. */
  users: readonly ['root', 'deploy', 'deploypw', 'nosudo']
  sudoPassword: string
  units: readonly ['matrix-postgres.service', 'matrix-synapse.service', 'matrix-dendrite.service']
  /** The client API as this machine reaches it; the product reaches the container from the host. */
  synapseUrl: string
  dendriteUrl: string
  containerId: string
}

interface SshResult {
  exitCode: number
  stdout: string
  stderr: string
}

interface SshOptions {
  input?: string | Uint8Array
  user?: HostFacts['users'][number]
}

export interface LabHost extends HostFacts {
  /** What `ssh` needs before the command: options, then user@address. */
  sshArgs: readonly string[]
  /** Runs a shell command over SSH; a failing command is an answer. */
  ssh(command: string, options?: SshOptions): Promise<SshResult>
  /** Runs a shell command as root without SSH, and throws when it fails. */
  shell(script: string): Promise<string>
  /** The whole journal of this boot. */
  journal(): Promise<string>
  /** The homeservers log to stderr, which their units hand to the journal. */
  synapseLog(): Promise<string>
  dendriteLog(): Promise<string>
  /** Waits until both homeservers answer, such as after a restart. */
  ready(): Promise<void>
  /** Ends what `startHost` started; for an attached host it does nothing. */
  stop(): Promise<void>
}

interface HostOptions extends HomeserverOptions {
  /** Outlives this process. */
  survives?: boolean
}

/** A host as matrix-docker-ansible-deploy leaves one, reached by SSH: Synapse and Dendrite on one PostgreSQL, in containers. */
export const startHost = async ({ survives = false, ...options }: HostOptions = {}): Promise<LabHost> => {
  count('server')
  const rootfs = await installRootfs()
  const dir = await mkdtemp(join(tmpdir(), 'registrar-ssh-'))
  const keyFile = join(dir, 'id_ed25519')
  await execa('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'lab', '-f', keyFile])
  const container = await startHostContainer(rootfs, 'matrix.example.org', survives)
  const stop = async () => {
    await container.remove()
    await rm(dir, { recursive: true, force: true })
  }
  try {
    const secrets = await setUpHost({ ...options, rootfs, id: container.id, publicKeyPath: `${keyFile}.pub` })
    const host = attachHost({
      ...secrets,
      domain,
      hostName: 'matrix.example.org',
      port: container.ports.ssh,
      keyFile,
      knownHosts: await writeKnownHosts(dir, container.id, container.ports.ssh),
      users: ['root', 'deploy', 'deploypw', 'nosudo'],
      sudoPassword,
      units: ['matrix-postgres.service', 'matrix-synapse.service', 'matrix-dendrite.service'],
      synapseUrl: `http://127.0.0.1:${container.ports.synapse}`,
      dendriteUrl: `http://127.0.0.1:${container.ports.dendrite}`,
      containerId: container.id,
    })
    await host.ready()
    if (survives) container.release()
    return { ...host, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A host that another process started and will stop. */
export const attachHost = (facts: HostFacts): LabHost => {
  const shell = (script: string) => docker(['exec', '--interactive', facts.containerId, 'sh', '-eu'], { input: script })
  const log = (unit: string) => shell(`journalctl --no-pager --output=cat --unit=${unit}`)
  return {
    ...facts,
    sshArgs: sshArgs(facts, 'root'),
    ssh: async (command, { input = '', user = 'root' } = {}) => {
      const options = { input, reject: false, stripFinalNewline: false } satisfies Options
      const { exitCode, stdout, stderr } = await execa('ssh', [...sshArgs(facts, user), command], options)
      return { exitCode: exitCode ?? 255, stdout, stderr }
    },
    shell,
    journal: () => shell('journalctl --no-pager'),
    synapseLog: () => log('matrix-synapse'),
    dendriteLog: () => log('matrix-dendrite'),
    ready: async () => {
      const explain = () => shell('systemctl status --no-pager "matrix-*" | tail -50')
      for (const url of [facts.synapseUrl, facts.dendriteUrl])
        await poll(() => isReady(url), { what: `the homeserver at ${url}`, explain })
    },
    stop: async () => {},
  }
}

const sshArgs = ({ keyFile, knownHosts, port }: HostFacts, user: string): readonly string[] => [
  ...['-F', 'none', '-i', keyFile, '-p', `${port}`],
  ...[`UserKnownHostsFile=${knownHosts}`, 'StrictHostKeyChecking=yes', 'BatchMode=yes', 'IdentitiesOnly=yes'].flatMap(
    (option) => ['-o', option],
  ),
  `${user}@127.0.0.1`,
]

const writeKnownHosts = async (dir: string, id: string, port: number): Promise<string> => {
  const key = await docker(['exec', id, 'cat', '/etc/ssh/ssh_host_ed25519_key.pub'])
  const path = join(dir, 'known_hosts')
  await writeFile(path, `[127.0.0.1]:${port} ${key}\n`)
  return path
}
