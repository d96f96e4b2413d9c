import { readdirSync, readFileSync } from 'node:fs'
import { type Options, execa } from 'execa'

/** Runs a command, and answers with the largest resident size, in MiB, that any one process of it had. */
export async function peakMemory(command: string, words: string[], options: Options): Promise<number> {
  const child = execa(command, words, options)
  let peak = 0
  const timer = setInterval(() => {
    if (child.pid !== undefined) peak = Math.max(peak, ...family(child.pid).map(residentPeak))
  }, 5)
  await child.finally(() => clearInterval(timer))
  return peak / 1024
}

/** The process and all below it. */
function family(root: number): number[] {
  const parents = new Map<number, number[]>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = Number(/^PPid:\s*(\d+)/m.exec(status(Number(name)))?.[1])
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)])
  }
  const below = (pid: number): number[] => [pid, ...(parents.get(pid) ?? []).flatMap(below)]
  return below(root)
}

/** VmHWM: in KiB, the most that it ever had. */
function residentPeak(pid: number): number {
  return Number(/^VmHWM:\s*(\d+)/m.exec(status(pid))?.[1] ?? 0)
}

function status(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}
