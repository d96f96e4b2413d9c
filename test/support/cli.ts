import { join } from 'node:path'
import { type Options, execa } from 'execa'
import { count } from '../lab/tally.ts'

export const entry = join(import.meta.dirname, '../../dist/registrar.js')

/** Names where the runs of the program alone note which of its lines ran. */
export const programCoverage = 'REGISTRAR_COVERAGE'

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
    env: { NO_COLOR: '1', NODE_OPTIONS: '', ...measured(), ...env },
    reject: false,
    ...(input === undefined ? { stdin: 'ignore' as const } : { input }),
    stripFinalNewline: false,
  } satisfies Options
  count('program')
  const { exitCode, stdout, stderr } = await execa(process.execPath, [entry, ...words], options)
  return { exitCode: exitCode ?? -1, stdout, stderr }
}

function measured(): Record<string, string> {
  const directory = process.env[programCoverage]
  return directory === undefined ? {} : { NODE_V8_COVERAGE: directory }
}
