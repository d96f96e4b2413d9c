import { existsSync } from 'node:fs'
import { execa } from 'execa'
import { abandon } from './local.ts'
import { keepAlive, type SshConfig } from './ssh-config.ts'
import { unreachable } from './ssh-errors.ts'
import type { Ask } from './ssh-login.ts'
import { shellEntry, type Transport } from './transport.ts'

/** Whether something is configured that ssh2 does not support: certificates, lists of revoked keys, keys in hardware. */
export function needsOpenSsh({ beyondSsh2, identityFiles, known }: SshConfig): boolean {
  return (
    beyondSsh2 ||
    known.some(({ marker }) => marker === 'cert-authority') ||
    identityFiles.some((file) => existsSync(`${file}-cert.pub`))
  )
}

/** Through OpenSSH's own client, which asks on the terminal itself: a connection for each command, since there is rarely more than one. */
export function openSshTransport(config: SshConfig, ask: Ask): Transport {
  return {
    run: async ({ stdin, onStdout, onStderr, signal }) => {
      const child = execa('ssh', sshWords(config, ask), { reject: false, buffer: false, stdin: 'pipe' })
      const takeBack = ask?.lendTerminal?.()
      let began = false
      let stderr = ''
      child.stdout.on('data', (chunk: Buffer) => {
        began = true
        takeBack?.()
        onStdout(chunk)
      })
      child.stderr.on('data', (chunk: Buffer) => {
        stderr += chunk.toString()
        onStderr(chunk)
      })
      child.stdin.on('error', () => undefined)
      signal.addEventListener('abort', () => abandon(child))
      stdin.pipe(child.stdin)
      const { exitCode } = await child
      takeBack?.()
      if (exitCode !== ownExitCode) return exitCode
      if (began) return undefined
      throw unreachable(config, inOneLine(stderr))
    },
    close: async () => undefined,
  }
}

/** The exit code of ssh if ssh itself failed, not the command. */
const ownExitCode = 255

function sshWords({ file, name, port, user, acceptsUnknownKeys, connectTimeout }: SshConfig, ask: Ask): string[] {
  const options = [
    `BatchMode=${ask ? 'no' : 'yes'}`,
    ...(acceptsUnknownKeys ? [] : ['StrictHostKeyChecking=yes']),
    `ConnectTimeout=${connectTimeout}`,
    `ServerAliveInterval=${keepAlive.interval}`,
    `ServerAliveCountMax=${keepAlive.count}`,
    'LogLevel=ERROR', // or the banner would be taken for a reason
    'ClearAllForwardings=yes',
    'RemoteCommand=none',
  ]
  return [
    '-T',
    ...(file === undefined ? [] : ['-F', file]),
    ...options.flatMap((option) => ['-o', option]),
    '-p',
    String(port),
    '-l',
    user,
    '--',
    name,
    shellEntry,
  ]
}

/** Without the frames that ssh draws around its warnings. */
function inOneLine(stderr: string): string {
  const lines = stderr.split(/\r?\n/).filter((line) => line !== '' && !/^@+$/.test(line))
  return lines.join(' ').replace(/\.$/, '') || 'ssh did not say why'
}
