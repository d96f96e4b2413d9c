import { isAsking } from './terminal.ts'
import { verbosity } from './verbosity.ts'

/** How much of the work is done. */
export type Advance = (done: number, total: number) => void

/** Milliseconds until the line is shown, and between changes of its clock. */
const moment = 1000

/** Whether the line is on the screen. */
let shown = false

/** Shows on a terminal, on one line that disappears, what takes longer than a moment; with a bar if the work reports how far it is. */
export async function withProgress<Result>(what: string, work: (advance: Advance) => Promise<Result>): Promise<Result> {
  if (!process.stderr.isTTY || verbosity.quiet) return work(() => undefined)
  const start = Date.now()
  let bar = ''
  let count = ''
  const draw = () => {
    if (isAsking()) return
    const since = ` ... ${Math.round((Date.now() - start) / 1000)} s`
    process.stderr.write(`\r${fitting([what + bar + count + since, what + count + since, count.trim() + since])}`)
    shown = true
  }
  const timer = setInterval(draw, moment)
  try {
    return await work((done, total) => {
      bar = ` ${barOf(done, total)}`
      count = ` ${done} of ${total}`
      if (Date.now() - start >= moment) draw()
    })
  } finally {
    clearInterval(timer)
    hideProgress()
  }
}

/** The first that fits the terminal: a longer one would leave parts of it behind. */
function fitting(lines: string[]): string {
  const width = process.stderr.columns || Infinity
  return lines.find((line) => line.length < width) ?? ''
}

/** Removes the line before something is printed. */
export function hideProgress(): void {
  if (shown) process.stderr.write('\r\u001b[K')
  shown = false
}

function barOf(done: number, total: number): string {
  const full = Math.round((20 * done) / total)
  return `[${'#'.repeat(full)}${'.'.repeat(20 - full)}]`
}
