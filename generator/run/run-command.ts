import { PassThrough } from 'node:stream'
import type { Secret } from '../secrets/secret.ts'
import type { BecomePlan } from '../plan/host-plan.ts'
import { commandLine, startMark, sudoMark, sudoPrompt } from './command-line.ts'
import type { Transport } from './transport.ts'

/** How a command became who it runs as; the password only when sudo is to be given one. */
export interface Become extends Pick<BecomePlan, 'enabled' | 'user'> {
  password?: Secret
}

export interface CommandAnswer {
  /** How far it came: to a shell of the user, to sudo, to the command itself. */
  reached: 'shell' | 'sudo' | 'command'
  /** Undefined: the connection was lost. */
  exitCode: number | undefined
  stdout: string
  /** What the last one reached said; of a shell that did not run it, on both of its outputs. */
  stderr: string
}

/** A command that is kept running: its standard input stays open until then, and what it prints is told as it comes. */
export interface Kept {
  until: Promise<unknown>
  onStdout: (text: string) => void
}

/** Is given each whole line that a command prints, as it comes; what it takes (true) is not in the answer. */
export type TakeLine = (line: string) => boolean

/** Runs one command on the host. The password goes to sudo when it asks, `stdin` to the command once it has begun. */
export async function runCommand(
  transport: Transport,
  argv: string[],
  stdin: string | Kept,
  become: Become,
  take?: TakeLine,
): Promise<CommandAnswer> {
  const input = new PassThrough()
  input.write(`${commandLine(argv, become, become.password !== undefined)}\n`)
  const out = new Collected()
  const err = new Collected()
  let began = false
  let prompts = 0
  const exitCode = await transport.run({
    stdin: input,
    onStdout: (chunk) => {
      out.add(chunk, began ? take : undefined)
      if (!began && out.text().includes(startMark)) {
        began = true
        if (typeof stdin === 'string') input.end(stdin)
        else void stdin.until.then(() => input.end())
      }
      if (began && typeof stdin !== 'string') stdin.onStdout(after(startMark, out.text()))
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
  const said = err.text()
  const reached = began ? 'command' : said.includes(sudoMark) ? 'sudo' : 'shell'
  return {
    reached,
    exitCode,
    stdout: began ? after(startMark, out.text()) : '',
    stderr: (reached === 'shell' ? `${out.text()}${said}` : after(sudoMark, said)).replaceAll(sudoPrompt, '').trim(),
  }
}

/** What stands after a mark; without the mark, everything. */
function after(mark: string, text: string): string {
  const start = text.indexOf(mark)
  return start < 0 ? text : text.slice(start + mark.length)
}

class Collected {
  readonly #chunks: Buffer[] = []
  /** Of a line whose end has not come. */
  #begun: Buffer = Buffer.alloc(0)

  add(chunk: Buffer, take?: TakeLine): void {
    if (take) this.#chunks.push(this.#leftBy(take, Buffer.concat([this.#begun, chunk])))
    else this.#chunks.push(chunk)
  }

  text(): string {
    return Buffer.concat([...this.#chunks, this.#begun]).toString()
  }

  #leftBy(take: TakeLine, printed: Buffer): Buffer {
    const end = printed.lastIndexOf('\n') + 1
    this.#begun = printed.subarray(end)
    const lines = printed
      .subarray(0, end)
      .toString()
      .split(/(?<=\n)/)
    return Buffer.from(lines.filter((line) => !take(line)).join(''))
  }
}
