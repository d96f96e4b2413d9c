import { isAsking } from './ask-secret.ts'

/** Says on a terminal what takes longer than a moment, on one line that goes away; elsewhere nothing. */
export async function withProgress<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  if (!process.stderr.isTTY) return work()
  const start = Date.now()
  const tell = () => isAsking() || process.stderr.write(`\r${what} ... ${Math.round((Date.now() - start) / 1000)} s`)
  const timer = setInterval(tell, 1000)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    if (Date.now() - start >= 1000) process.stderr.write('\r\u001b[K')
  }
}
