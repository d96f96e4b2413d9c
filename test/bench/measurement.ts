/** One line of the result. Times in seconds, memory in MiB. */
export interface Measurement {
  what: string
  ours: number
  /** Nothing for a bar that is a plain number. */
  reference?: { name: string; value: number }
  unit: 's' | 'MiB'
  /** The most that the ratio (or, without a reference, the value) may be. */
  bar: number
}

/** As Markdown, for people and for README. */
export function table(measurements: Measurement[]): string {
  const rows = measurements.map(({ what, ours, reference, unit, bar }) => {
    const value = reference ? ours / reference.value : ours
    const cells = [
      what,
      `${ours.toFixed(unit === 's' ? 3 : 0)} ${unit}`,
      reference ? `${reference.name}: ${reference.value.toFixed(3)} ${unit}` : '',
      reference ? `${value.toFixed(3)}x` : '',
      `<= ${bar}${reference ? 'x' : ` ${unit}`}`,
      value <= bar ? 'yes' : 'MISSED',
    ]
    return `| ${cells.join(' | ')} |`
  })
  return ['| what | ours | reference | ratio | bar | met |', '|---|---|---|---|---|---|', ...rows].join('\n')
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/**
 * Runs the two in turn, so that whatever else the machine does falls on both; answers with the median seconds of each.
 * Work that answers with a number has measured itself.
 */
export async function alternate(
  times: number,
  ours: (round: number) => Promise<unknown>,
  reference: (round: number) => Promise<unknown>,
): Promise<[number, number]> {
  const taken: [number[], number[]] = [[], []]
  for (let round = 0; round < times; round++) {
    taken[0].push(await seconds(() => ours(round)))
    taken[1].push(await seconds(() => reference(round)))
  }
  return [median(taken[0]), median(taken[1])]
}

export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  const own = await work()
  return typeof own === 'number' ? own : (performance.now() - start) / 1000
}
