import { join } from 'node:path'
import { type Options, execa } from 'execa'
import { count } from '../lab/tally.ts'

export const entry = join(import.meta.dirname, '../../dist/registrar.js')

export interface CliRun {
  exitCode: number
  stdout: string
  stderr: string
}

/** Runs the built program, as a person does. */
export async function registrar(
  words: string[],
  { cwd, env = {}, input }: { cwd: string; env?: Record<string, string>; input?: string },
): Promise<CliRun> {
  const options = {
    cwd,
    env: { NO_COLOR: '1', NODE_OPTIONS: '', ...env },
    reject: false,
    ...(input === undefined ? { stdin: 'ignore' as const } : { input }),
    stripFinalNewline: false,
  } satisfies Options
  count('program')
  const { exitCode, stdout, stderr } = await execa(process.execPath, [entry, ...words], options)
  return { exitCode: exitCode ?? -1, stdout, stderr }
}

/** Runs it, and kills it after so many milliseconds: since its start, or since it said something on standard error. */
export async function killed(
  words: string[],
  { cwd, moment, said, env = {} }: { cwd: string; moment: number; said?: string; env?: Record<string, string> },
): Promise<void> {
  const options = { cwd, reject: false, stdin: 'ignore', env: { NODE_OPTIONS: '', ...env } } as const
  const child = execa(process.execPath, [entry, ...words], options)
  const killLater = () => setTimeout(() => child.kill('SIGKILL'), moment)
  if (said === undefined) killLater()
  else child.stderr.on('data', (text: Buffer) => text.toString().includes(said) && killLater())
  await child
}
