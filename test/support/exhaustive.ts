import { env } from 'node:process'

/** Does this run do everything (`npm run test:exhaustive`), where `npm test` takes a sample? */
export const isExhaustive = env['REGISTRAR_EXHAUSTIVE'] === '1'

/** What this run goes through: everything, or the sample that stands for it. */
export function sampled<T>(all: readonly T[], sample: readonly T[]): T[] {
  return [...(isExhaustive ? all : sample)]
}
