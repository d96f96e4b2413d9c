import { isAsking } from './ask-secret.ts'
import { verbosity } from './verbosity.ts'

/** How much of the work is done. */
export type Advance = (done: number, total: number) => void

/** Whether the line stands there. */
let shown = false

/** Says on a terminal what takes longer than a moment, on one line that goes away, with a bar where the work tells how far it is; elsewhere nothing. */
export async function withProgress<Result>(what: string, work: (advance: Advance) => Promise<Result>): Promise<Result> {
  if (!process.stderr.isTTY || verbosity.quiet) return work(() => undefined)
  const start = Date.now()
  let bar = ''
  const tell = () => {
    if (isAsking()) return
    process.stderr.write(`\r${what}${bar} ... ${Math.round((Date.now() - start) / 1000)} s`)
    shown = true
  }
  const timer = setInterval(tell, 1000)
  try {
    return await work((done, total) => (bar = ` ${barOf(done, total)} ${done} of ${total}`))
  } finally {
    clearInterval(timer)
    hideProgress()
  }
}

/** Takes the line away, for what is printed in its place. */
export function hideProgress(): void {
  if (shown) process.stderr.write('\r\u001b[K')
  shown = false
}

function barOf(done: number, total: number): string {
  const full = Math.round((20 * done) / total)
  return `[${'#'.repeat(full)}${'.'.repeat(20 - full)}]`
}
