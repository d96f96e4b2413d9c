import { AppError } from '../errors/app-error.ts'

/** A person broke off at a question: 128 + SIGINT, as shells have it. */
export function interrupted(): AppError {
  return new AppError('interrupted', 'Cancelled. No changes were made.', { hint: '', exitCode: 130 })
}
