import { AppError } from '../errors/app-error.ts'

/** A person broke off at a question: 128 + SIGINT, as shells have it. */
export function interrupted(): AppError {
  return new AppError('interrupted', 'Interrupted; nothing was done.', {
    hint: 'Run the same command again.',
    exitCode: 130,
  })
}
