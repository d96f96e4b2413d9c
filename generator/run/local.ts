import type { ChildProcess } from 'node:child_process'
import { constants } from 'node:os'
import { execa } from 'execa'
import { shellEntry, type Transport } from './transport.ts'

/** Ends a command that is no longer waited for; its children may keep its outputs open. */
export function abandon(child: ChildProcess): void {
  child.kill('SIGKILL')
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy()
  child.unref()
}

/** This machine is the host. `detached`: signals of the terminal, such as Ctrl-C, do not reach the commands. */
export function localTransport({ detached = false } = {}): Transport {
  return {
    run: async ({ stdin, onStdout, onStderr, signal: leave }) => {
      const child = execa(shellEntry, { shell: true, reject: false, stdin: 'pipe', buffer: false, detached })
      child.stdout.on('data', onStdout)
      child.stderr.on('data', onStderr)
      child.stdin.on('error', () => undefined)
      leave.addEventListener('abort', () => abandon(child))
      stdin.pipe(child.stdin)
      const { exitCode, signal } = await child
      return exitCode ?? 128 + (signal === undefined ? 0 : constants.signals[signal])
    },
    close: async () => undefined,
  }
}
