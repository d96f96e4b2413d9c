import { join } from 'node:path'
import { execa } from 'execa'
import { entry } from './cli.ts'

/** Runs a command on a terminal: `python3 terminal.py ANSWERS COMMAND...`. */
export const terminal = join(import.meta.dirname, 'terminal.py')

/** The Down key. */
export const down = '\u001b[B'

/** Clears the line that is being typed. */
export const clear = '\u0015'

export const ctrlC = '\u0003'

export const ctrlD = '\u0004'

interface Surroundings {
  cwd: string
  env?: Record<string, string>
}

/** `registrar` with words, at a terminal; each answer is typed once its prompt is shown. */
export async function registrarAtTerminal(
  words: string[],
  answers: [string, string][],
  { cwd, env = {} }: Surroundings,
): Promise<{ exitCode: number; output: string }> {
  const { exitCode, stdout } = await execa(
    'python3',
    [terminal, JSON.stringify(answers), process.execPath, entry, ...words],
    { cwd, env: { NO_COLOR: '1', NODE_OPTIONS: '', TERM: 'xterm', ...env }, stdin: 'ignore', reject: false },
  )
  return { exitCode: exitCode ?? -1, output: stdout.replaceAll('\r\n', '\n') }
}
