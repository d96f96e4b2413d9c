/** Says lines with the seconds since it was made, on standard output if nothing else is asked for. */
export function stopwatch(write: (line: string) => void = console.log): (line: string) => void {
  const start = performance.now()
  return (line) => write(`${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s  ${line}`)
}
