import { execa } from 'execa'
import { shellEntry, type Transport } from './transport.ts'

/** This machine is the host. */
export function localTransport(): Transport {
  return {
    run: async ({ stdin, onStdout, onStderr }) => {
      const child = execa(shellEntry, { shell: true, reject: false, stdin: 'pipe', buffer: false })
      child.stdout.on('data', onStdout)
      child.stderr.on('data', onStderr)
      child.stdin.on('error', () => undefined)
      stdin.pipe(child.stdin)
      return (await child).exitCode
    },
    close: async () => undefined,
  }
}
