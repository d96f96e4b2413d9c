/** Says lines on standard output with the seconds since it was made. */
export function stopwatch(): (line: string) => void {
  const start = performance.now()
  return (line) => console.log(`${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s  ${line}`)
}
