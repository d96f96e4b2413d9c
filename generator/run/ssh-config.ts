import { statSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { execa } from 'execa'
import { AppError } from '../errors/app-error.ts'
import { expandHome } from '../files/expand-home.ts'
import { kindOf } from '../files/read-file.ts'
import type { SshPlan } from '../plan/host-plan.ts'
import { type KnownKey, knownKeys } from './known-hosts.ts'

/** OpenSSH's settings for a host, from its own reading of ~/.ssh/config. */
export interface SshConfig {
  /** The given name, which Host, Match and HostKeyAlias refer to. */
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
  /** An unknown host key is accepted: StrictHostKeyChecking is no or accept-new. */
  acceptsUnknownKeys: boolean
  /** A shell command whose standard input and output are the connection. */
  proxyCommand: string | undefined
  /** Hosts to go through, the nearest first. */
  proxyJump: string[]
  /** Seconds. */
  connectTimeout: number
  /** A setting needs OpenSSH's own client. */
  beyondSsh2: boolean
  /** The configuration file that was named, if one was. */
  file: string | undefined
  /** The host's entries in its known_hosts files. */
  known: KnownKey[]
}

/** A host that falls silent is noticed after this many unanswered questions, `interval` seconds apart. */
export const keepAlive = { interval: 10, count: 3 } as const

/** Asks `ssh -G` and `ssh-keygen -F`, which connect to nothing. */
export async function readSshConfig(host: string, { address, port, user }: SshPlan, file?: string): Promise<SshConfig> {
  if (file !== undefined) refuseEndless(file)
  const name = address ?? host
  const words = [
    '-G',
    ...(file === undefined ? [] : ['-F', file]),
    ...(port === undefined ? [] : ['-p', String(port)]),
    ...(user === undefined ? [] : ['-l', user]),
    '--',
    name,
  ]
  const { stdout, stderr, exitCode } = await execa('ssh', words, { reject: false, stdin: 'ignore' })
  if (exitCode === undefined)
    throw new AppError('no-ssh', 'There is no ssh on this machine.', {
      hint: 'Install the OpenSSH client: it is asked for the settings of ~/.ssh/config.',
    })
  if (exitCode !== 0)
    throw new AppError('ssh-config', `ssh cannot read its configuration: ${stderr.trim()}`, {
      hint: `Try: ssh -G ${name}`,
    })
  const config = parseSshConfig(stdout, { name, file, agent: process.env['SSH_AUTH_SOCK'] })
  return { ...config, known: await knownKeys(config) }
}

/** ssh would wait on a pipe, and read a device forever. */
function refuseEndless(file: string): void {
  const status = statSync(file, { throwIfNoEntry: false })
  if (!status || status.isFile() || file === '/dev/null') return
  throw new AppError('ssh-config', `${file} is ${kindOf(status)}.`, { hint: 'Name a file for --ssh-config.' })
}

/** `agent`: the environment's. */
export function parseSshConfig(
  text: string,
  { name, file, agent }: Pick<SshConfig, 'name' | 'file' | 'agent'>,
): Omit<SshConfig, 'known'> {
  const settings = new Map<string, string[]>()
  for (const line of text.split('\n')) {
    const [key = '', ...rest] = line.split(' ')
    settings.set(key, [...(settings.get(key) ?? []), rest.join(' ')])
  }
  const one = (key: string) => settings.get(key)?.[0]
  const given = (key: string) => (one(key) === 'none' ? undefined : one(key))
  const target = { name, hostname: one('hostname') ?? '', port: Number(one('port') ?? 22), user: one('user') ?? '' }
  return {
    ...target,
    file,
    identityFiles: (settings.get('identityfile') ?? []).map((path) => expandPath(path, target)),
    identitiesOnly: one('identitiesonly') === 'yes',
    agent: agentOf(one('identityagent'), agent, target),
    knownHostsFiles: [one('userknownhostsfile'), one('globalknownhostsfile')]
      .flatMap((files) => files?.split(' ') ?? [])
      .map((path) => expandPath(path, target)),
    hostKeyAlias: given('hostkeyalias'),
    acceptsUnknownKeys: ['no', 'off', 'false', 'accept-new'].includes(one('stricthostkeychecking') ?? ''),
    proxyCommand: given('proxycommand'),
    proxyJump: given('proxyjump')?.split(',') ?? [],
    connectTimeout: Number(given('connecttimeout') ?? 20) || 20,
    beyondSsh2: ['revokedhostkeys', 'knownhostscommand', 'certificatefile', 'pkcs11provider'].some(
      (key) => given(key) !== undefined,
    ),
  }
}

type Target = Pick<SshConfig, 'name' | 'hostname' | 'port' | 'user'>

/** Expands OpenSSH's tokens, which `ssh -G` leaves alone. */
export function expandTokens(text: string, { name, hostname, port, user }: Target): string {
  const tokens: Record<string, string> = {
    '%%': '%',
    '%h': hostname,
    '%p': String(port),
    '%r': user,
    '%n': name,
    '%d': homedir(),
    '%u': userInfo().username,
  }
  return text.replace(/%./g, (token) => tokens[token] ?? token)
}

function expandPath(path: string, target: Target): string {
  return expandHome(expandTokens(path, target))
}

/** IdentityAgent is a path, `none`, or the name of a variable (SSH_AUTH_SOCK, or another after a dollar sign). */
function agentOf(setting: string | undefined, fromEnvironment: string | undefined, target: Target): string | undefined {
  if (setting === undefined || setting === 'SSH_AUTH_SOCK') return fromEnvironment
  if (setting === 'none') return undefined
  return setting.startsWith('$') ? process.env[setting.slice(1)] : expandPath(setting, target)
}
