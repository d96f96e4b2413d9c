import { execa } from 'execa'
import { AppError } from '../errors/app-error.ts'
import type { SshPlan } from '../plan/host-plan.ts'

/** What OpenSSH would do to reach a host: its own reading of ~/.ssh/config, Match and Include included. */
export interface SshConfig {
  /** As it was named: what HostKeyAlias, Host and Match are about. */
  name: string
  hostname: string
  port: number
  user: string
  identityFiles: string[]
  identitiesOnly: boolean
  /** The agent's socket, if there is one. */
  agent: string | undefined
  knownHostsFiles: string[]
  hostKeyAlias: string | undefined
  /** An unknown host key is taken: StrictHostKeyChecking is no or accept-new. */
  acceptsUnknownKeys: boolean
  /** A shell command whose standard input and output are the connection. */
  proxyCommand: string | undefined
  /** Hosts to go through, the nearest first. */
  proxyJump: string[]
  /** Seconds. */
  connectTimeout: number
  /** The configuration file that was named, if one was. */
  file: string | undefined
}

/** Asks `ssh -G`, which connects to nothing. */
export async function readSshConfig(host: string, { address, port, user }: SshPlan, file?: string): Promise<SshConfig> {
  const name = address ?? host
  const words = ['-G', ...(file === undefined ? [] : ['-F', file]), ...(port === undefined ? [] : ['-p', String(port)]), ...(user === undefined ? [] : ['-l', user]), '--', name]
  const { stdout, stderr, exitCode } = await execa('ssh', words, { reject: false, stdin: 'ignore' })
  if (exitCode === undefined) throw new AppError('no-ssh', 'There is no ssh on this machine.', { hint: 'Install the OpenSSH client: it is asked for the settings of ~/.ssh/config.' })
  if (exitCode !== 0) throw new AppError('ssh-config', `ssh cannot read its configuration: ${stderr.trim()}`, { hint: `Try: ssh -G ${name}` })
  return { name, file, ...parse(stdout) }
}

function parse(text: string): Omit<SshConfig, 'name' | 'file'> {
  const settings = new Map<string, string[]>()
  for (const line of text.split('\n')) {
    const [key = '', ...rest] = line.split(' ')
    settings.set(key, [...(settings.get(key) ?? []), rest.join(' ')])
  }
  const one = (key: string) => settings.get(key)?.[0]
  const given = (key: string) => (one(key) === 'none' ? undefined : one(key))
  const agent = one('identityagent') ?? 'SSH_AUTH_SOCK'
  return {
    hostname: one('hostname') ?? '',
    port: Number(one('port') ?? 22),
    user: one('user') ?? '',
    identityFiles: settings.get('identityfile') ?? [],
    identitiesOnly: one('identitiesonly') === 'yes',
    agent: agent === 'SSH_AUTH_SOCK' ? process.env['SSH_AUTH_SOCK'] : agent === 'none' ? undefined : agent,
    knownHostsFiles: [one('userknownhostsfile'), one('globalknownhostsfile')].flatMap((files) => files?.split(' ') ?? []),
    hostKeyAlias: one('hostkeyalias'),
    acceptsUnknownKeys: ['no', 'off', 'false', 'accept-new'].includes(one('stricthostkeychecking') ?? ''),
    proxyCommand: given('proxycommand'),
    proxyJump: given('proxyjump')?.split(',') ?? [],
    connectTimeout: Number(given('connecttimeout') ?? 20) || 20,
  }
}
