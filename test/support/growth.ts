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

/** How many times longer four times as much takes; what takes less than a fifth of a second counts as that. */
export function growth(work: (size: number) => unknown, size: number): number {
  const more = cost(() => work(4 * size))
  const least = 0.2
  return more < least * tooMuchGrowth
    ? more / least
    : more /
        Math.max(
          least,
          cost(() => work(size)),
        )
}

/** What grows with the size takes four times as long, what grows with its square sixteen times. */
export const tooMuchGrowth = 12
