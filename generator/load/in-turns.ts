import { setImmediate as othersTurn } from 'node:timers/promises'

/** Work that can be left off at each `yield`. */
export type Steps<Result> = Generator<undefined, Result>

/** Does it without a pause. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** Does it while other work goes on, such as a connection. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await othersTurn()
  }
}
