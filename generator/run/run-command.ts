import { PassThrough } from 'node:stream'
import type { Secret } from '../secrets/secret.ts'
import type { BecomePlan } from '../plan/host-plan.ts'
import { commandLine, startMark, sudoPrompt } from './command-line.ts'
import type { Transport } from './transport.ts'

/** How a command became who it runs as; the password only when sudo is to be given one. */
export interface Become extends Pick<BecomePlan, 'enabled' | 'user'> {
  password?: Secret
}

export interface CommandAnswer {
  /** Whether the command itself began; if not, what stood before it (sudo, a shell) refused. */
  began: boolean
  /** Undefined: the connection was lost. */
  exitCode: number | undefined
  stdout: string
  stderr: string
}

/** Runs one command on the host. The password goes to sudo when it asks, `stdin` to the command once it has begun. */
export async function runCommand(transport: Transport, argv: string[], stdin: string, become: Become): Promise<CommandAnswer> {
  const input = new PassThrough()
  input.write(`${commandLine(argv, become, become.password !== undefined)}\n`)
  const out = new Collected()
  const err = new Collected()
  let began = false
  let prompts = 0
  const exitCode = await transport.run({
    stdin: input,
    onStdout: (chunk) => {
      out.add(chunk)
      if (began || !out.text().includes(startMark)) return
      began = true
      input.end(stdin)
    },
    onStderr: (chunk) => {
      err.add(chunk)
      const asked = err.text().split(sudoPrompt).length - 1
      if (began || asked <= prompts) return
      prompts = asked
      if (prompts === 1) input.write(`${become.password?.reveal() ?? ''}\n`)
      else input.end()
    },
  })
  const text = out.text()
  return {
    began,
    exitCode,
    stdout: began ? text.slice(text.indexOf(startMark) + startMark.length) : '',
    stderr: err.text().replaceAll(sudoPrompt, '').trim(),
  }
}

class Collected {
  readonly #chunks: Buffer[] = []

  add(chunk: Buffer): void {
    this.#chunks.push(chunk)
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString()
  }
}
