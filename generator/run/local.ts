import { constants } from 'node:os'
import { execa } from 'execa'
import { shellEntry, type Transport } from './transport.ts'

/** This machine is the host. `detached`: what the terminal sends, such as Ctrl-C, does not reach the commands. */
export function localTransport({ detached = false } = {}): Transport {
  return {
    run: async ({ stdin, onStdout, onStderr }) => {
      const child = execa(shellEntry, { shell: true, reject: false, stdin: 'pipe', buffer: false, detached })
      child.stdout.on('data', onStdout)
      child.stderr.on('data', onStderr)
      child.stdin.on('error', () => undefined)
      stdin.pipe(child.stdin)
      const { exitCode, signal } = await child
      return exitCode ?? 128 + (signal === undefined ? 0 : constants.signals[signal])
    },
    close: async () => undefined,
  }
}
