import { join } from 'node:path'
import { execa } from 'execa'
import type { BecomePlan } from '../../generator/plan/host-plan.ts'
import type { LabHost } from '../lab/host.ts'
import { entry } from './cli.ts'
import { registrar } from './kept-cli.ts'
import { makeDirectory } from './directory.ts'
import { hostFile } from './host-file.ts'
import { labPlan } from './lab-workspace.ts'

/** How somebody comes to the host: what stands in their ~/.ssh and in the host file, and what they type. */
export interface Visit {
  /** Of the ssh_config, before what every visit has. */
  config?: string[]
  /** The text of known_hosts, instead of one that knows the host. */
  knownHosts?: string
  /** Instead of the lab's key; `none`: no identity file at all. */
  identity?: string
  homeserver?: 'synapse' | 'dendrite'
  user?: string
  address?: string
  port?: number
  become?: BecomePlan
  /** After `register-user NAME`. */
  words?: string[]
  env?: Record<string, string>
  /** At a terminal: prompts, each with what is typed then. */
  typed?: [prompt: string, answer: string][]
}

export interface Visited {
  exitCode: number
  /** Standard output and error. */
  output: string
}

/** The password of every account that is registered here. */
export const accountPassword = 'account secret {{ 7*7 }}'

/** `registrar register-user NAME`, with nothing of the ~/.ssh of whoever runs the tests. */
export async function visit(host: LabHost, username: string, how: Visit): Promise<Visited> {
  const { words = [], env = {}, typed } = how
  const cwd = makeDirectory({ known_hosts: how.knownHosts ?? '' })
  const files = makeDirectory({
    'registrar.yml': hostFile(planOf(host, how)),
    ssh_config: sshConfig(host, how, join(cwd, 'known_hosts')),
  })
  const command = [
    'register-user',
    username,
    '--ssh-config',
    join(files, 'ssh_config'),
    '--file',
    join(files, 'registrar.yml'),
    ...words,
  ]
  const environment = { MATRIX_PASSWORD: accountPassword, SSH_AUTH_SOCK: '', ...env }
  if (typed === undefined) {
    const { exitCode, stdout, stderr } = await registrar(command, { cwd, env: environment })
    return { exitCode, output: stdout + stderr }
  }
  const terminal = join(import.meta.dirname, 'terminal.py')
  const { exitCode, stdout } = await execa(
    'python3',
    [terminal, JSON.stringify(typed), process.execPath, entry, ...command],
    { cwd, env: { NO_COLOR: '1', NODE_OPTIONS: '', ...environment }, stdin: 'ignore', reject: false },
  )
  return { exitCode: exitCode ?? -1, output: stdout.replaceAll('\r\n', '\n') }
}

function planOf(
  host: LabHost,
  {
    homeserver = 'synapse',
    user = 'root',
    address = '127.0.0.1',
    port = host.port,
    become = { enabled: user !== 'root' },
  }: Visit,
) {
  return { ...labPlan(host, homeserver), connection: { kind: 'ssh' as const, address, port, user }, become }
}

/** OpenSSH takes the first value that it finds. */
function sshConfig(host: LabHost, { config = [], identity = host.keyFile, knownHosts }: Visit, file: string): string {
  const common = [
    `IdentityFile ${identity}`,
    ...(identity === 'none' ? [] : ['IdentitiesOnly yes']),
    `UserKnownHostsFile ${knownHosts === undefined ? host.knownHosts : file}`,
    'GlobalKnownHostsFile /dev/null',
  ]
  return [...config, 'Host *', ...common, ''].join('\n')
}
