/** A text of about so many characters: a beginning, as many pieces as fit, an end. */
export function full(size: number, before: string, piece: (index: number) => string, after = ''): string {
  const pieces = [before]
  for (let length = before.length, index = 0; length < size; index += 1) {
    const next = piece(index)
    pieces.push(next)
    length += next.length
  }
  return `${pieces.join('')}${after}`
}

/** How many seconds the processor works. */
function cost(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  return process.cpuUsage(start).user / 1e6
}

/** How many times longer four times as much takes; below a fifth of a second nothing is measured. */
export function growth(work: (size: number) => unknown, size: number): number {
  const once = Math.max(
    0.2,
    cost(() => work(size)),
  )
  return cost(() => work(4 * size)) / once
}

/** What grows with the size takes four times as long, what grows with its square sixteen times. */
export const tooMuchGrowth = 12
