import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { execa } from 'execa'

/** A Python that stays, and answers each request, a line of JSON, with one; the answers come in the order of the requests. */
export function startPython(script: string, ...words: string[]) {
  const child = execa('python3', [join(import.meta.dirname, script), ...words], {
    stdin: 'pipe',
    reject: false,
    buffer: false,
    detached: true,
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    ask: async (request: unknown): Promise<unknown> => {
      child.stdin.write(`${JSON.stringify(request)}\n`)
      const { value, done } = await lines.next()
      if (done) throw new Error(`${script} ended without an answer`)
      return JSON.parse(value) as unknown
    },
    /** With what it runs, if that has not ended. */
    end: async () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid)
      await child
    },
  }
}
