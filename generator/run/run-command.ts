import { PassThrough } from 'node:stream'
import type { Secret } from '../secrets/secret.ts'
import type { BecomePlan } from '../plan/host-plan.ts'
import { commandLine, startMark, sudoMark, sudoPrompt } from './command-line.ts'
import type { Transport } from './transport.ts'

/** The user that a command runs as; with a password only if sudo may get one. */
export interface Become extends Pick<BecomePlan, 'enabled' | 'user'> {
  password?: Secret
}

export interface CommandAnswer {
  /** How far it got: to the user's shell, to sudo, or to the command itself. */
  reached: 'shell' | 'sudo' | 'command'
  /** Undefined: the connection was lost. */
  exitCode: number | undefined
  stdout: string
  /** Standard error of the last program reached; of a shell that did not run the command, both outputs. */
  stderr: string
  /** The limit that was exceeded, so that the command was abandoned. */
  exceeded?: string
}

/** Limits on a host's output, and on time. */
interface Bounds {
  /** Seconds until the command begins: behind a login shell, sudo, and perhaps a person who types a passphrase. */
  begin: number
  /** Seconds until it ends; the program on the host has bounds of its own, which are below that. */
  end: number
  /** Bytes of its output, and of anything else that a host sends. */
  output: number
  words: number
}

const bounds: Bounds = { begin: 300, end: 7800, output: 64 * 2 ** 20, words: 2 ** 20 }

/** The standard input of a command: `text`, and `rest` once it is known; then it stays open until `until`. */
export interface Input {
  text?: string
  rest?: Promise<string> | undefined
  until?: Promise<unknown> | undefined
  /** Its output so far, of a command that runs for as long as its input is open, so it has no limit of time. */
  onStdout?: (text: string) => void
}

/** Gets each whole line that a command prints, as it comes, without its end; lines that it takes (true) are not in the answer. */
export type TakeLine = (line: string) => boolean

/** Runs one command on the host. The password goes to sudo when it asks, the input to the command once it has begun. */
export async function runCommand(
  transport: Transport,
  argv: string[],
  { text = '', rest, until, onStdout: onText }: Input,
  become: Become,
  take?: TakeLine,
  { begin, end, output, words }: Bounds = bounds,
): Promise<CommandAnswer> {
  const input = new PassThrough()
  input.write(`${commandLine(argv, become, become.password !== undefined)}\n`)
  const out = new Collected()
  const err = new Collected()
  let began = false
  let prompts = 0
  let exceeded: string | undefined
  const leave = new AbortController()
  const left = new Promise<undefined>((resolve) => leave.signal.addEventListener('abort', () => resolve(undefined)))
  const stop = (why: string) => {
    exceeded ??= why
    leave.abort()
  }
  const timers = [
    setTimeout(() => began || stop(`the command did not begin within ${begin} s`), begin * 1000),
    setTimeout(() => onText || stop(`the command did not end within ${end} s`), end * 1000),
  ]
  const ended = transport.run({
    stdin: input,
    signal: leave.signal,
    onStdout: (chunk) => {
      if (exceeded !== undefined) return
      out.add(chunk, began ? take : undefined)
      const most = began ? output : words
      if (out.size > most) return stop(`it printed more than ${most} bytes`)
      if (!began && out.text().includes(startMark)) {
        began = true
        input.write(text)
        void Promise.allSettled([rest?.then((line) => input.write(line)), until]).then(() => input.end())
      }
      if (began) onText?.(after(startMark, out.text()))
    },
    onStderr: (chunk) => {
      if (exceeded !== undefined) return
      err.add(chunk, began ? takeNotes(transport) : undefined)
      if (err.size > words) return stop(`it printed more than ${words} bytes of messages`)
      const asked = err.text().split(sudoPrompt).length - 1
      if (began || asked <= prompts) return
      prompts = asked
      if (prompts === 1) input.write(`${become.password?.reveal() ?? ''}\n`)
      else input.end()
    },
  })
  const exitCode = await Promise.race([ended, left]).finally(() => timers.forEach(clearTimeout))
  ended.catch(() => undefined) // of an abandoned command
  const errors = err.text()
  const reached = began ? 'command' : errors.includes(sudoMark) ? 'sudo' : 'shell'
  return {
    reached,
    exitCode,
    stdout: began ? after(startMark, out.text()) : '',
    stderr: (reached === 'shell' ? `${out.text()}${errors}` : after(sudoMark, errors))
      .replaceAll(sudoPrompt, '')
      .trim(),
    ...(exceeded === undefined ? {} : { exceeded }),
  }
}

/** As in matrix_server/request_log.py. */
const marks = { onRequest: 'registrar asks: ', onWait: 'registrar waits: ' } as const

function takeNotes(transport: Transport): TakeLine {
  return (line) =>
    (Object.entries(marks) as [keyof typeof marks, string][]).some(([name, mark]) => {
      if (!line.startsWith(mark)) return false
      transport[name]?.(line.slice(mark.length).trimEnd())
      return true
    })
}

/** The text after a mark; without the mark, everything. */
function after(mark: string, text: string): string {
  const start = text.indexOf(mark)
  return start < 0 ? text : text.slice(start + mark.length)
}

/** The most bytes that the line of an account can have. */
const longestLine = 2 ** 20

class Collected {
  /** Bytes that are kept. */
  size = 0
  readonly #chunks: Buffer[] = []
  /** Of an unfinished line. */
  #begun: Buffer = Buffer.alloc(0)

  add(chunk: Buffer, take?: TakeLine): void {
    const begun = this.#begun.length
    const kept = take ? this.#leftBy(take, Buffer.concat([this.#begun, chunk])) : chunk
    this.#chunks.push(kept)
    this.size += kept.length + this.#begun.length - begun
  }

  text(): string {
    return Buffer.concat([...this.#chunks, this.#begun]).toString()
  }

  #leftBy(take: TakeLine, printed: Buffer): Buffer {
    const end = printed.lastIndexOf('\n') + 1
    this.#begun = printed.subarray(end)
    if (this.#begun.length > longestLine) {
      this.#begun = Buffer.alloc(0)
      return printed
    }
    const lines = printed.subarray(0, end).toString().split('\n').slice(0, -1)
    const left = lines.filter((line) => !take(line))
    return Buffer.from(left.map((line) => `${line}\n`).join(''))
  }
}
