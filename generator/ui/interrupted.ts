import { AppError } from '../errors/app-error.ts'

/** Ctrl-C at a question: 128 + SIGINT, as in shells. */
export function interrupted(): AppError {
  return new AppError('interrupted', 'Cancelled. No changes were made.', { hint: '', exitCode: 130 })
}
