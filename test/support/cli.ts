import { join } from 'node:path'
import { type Options, execa } from 'execa'
import { count } from '../lab/tally.ts'
import { checkDocument } from './once/output-documents.ts'

export const entry = join(import.meta.dirname, '../../dist/registrar.js')

/** What that starts, without the cache of compiled code. */
export const programEntry = join(import.meta.dirname, '../../dist/program.js')

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
    env: { NO_COLOR: '1', NODE_OPTIONS: '', NODE_DISABLE_COMPILE_CACHE: '1', ...env },
    reject: false,
    ...(input === undefined ? { stdin: 'ignore' as const } : { input }),
    stripFinalNewline: false,
  } satisfies Options
  count('program')
  const { exitCode, stdout, stderr } = await execa(process.execPath, [entry, ...words], options)
  checkDocument(words, stdout)
  return { exitCode: exitCode ?? -1, stdout, stderr }
}

/** Runs it, and kills it after so many milliseconds. */
export async function killed(words: string[], { cwd, moment }: { cwd: string; moment: number }): Promise<void> {
  const options = { cwd, reject: false, stdin: 'ignore', env: { NODE_OPTIONS: '' } } as const
  const child = execa(process.execPath, [entry, ...words], options)
  setTimeout(() => child.kill('SIGKILL'), moment)
  await child
}
