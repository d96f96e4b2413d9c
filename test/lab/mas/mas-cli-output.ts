import type { Accounts } from './accounts.ts'

/** Writes lines of a run: the log goes to stderr. */
export interface Output {
  print(line: string): void
  log(level: 'INFO' | 'WARN' | 'ERROR', line: string): void
}

/** `Error: ...`, exit code 1. */
export class Failure extends Error {
  override readonly name = 'Failure'
}

export class Endless extends Error {
  override readonly name = 'Endless'
}

export const requirePasswords = ({ state }: Accounts): void => {
  if (!state.setup.passwords) throw new Failure('Password manager is disabled')
}
