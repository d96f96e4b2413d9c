/** Exit codes of `registrar`. 1: findings, or differences under --check. 2: usage or invalid input. 3: a server or connection failed. 70: a bug in the program. 130: interrupted. */
export type ExitCode = 0 | 1 | 2 | 3 | 70 | 130

/** What stops a run: the message says what is wrong, the hint what to do. Caught once, in `main.ts`. */
export class AppError extends Error {
  readonly code: string
  readonly hint: string
  readonly exitCode: ExitCode

  constructor(code: string, message: string, options: { hint: string; exitCode?: ExitCode; cause?: unknown }) {
    super(message, { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.hint = options.hint
    this.exitCode = options.exitCode ?? 2
  }
}
