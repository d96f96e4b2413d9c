import { createInterface } from 'node:readline/promises'
import { interrupted } from './interrupted.ts'

/** Asks on the terminal; Enter takes the value in brackets. */
export async function askLine(question: string, preset = ''): Promise<string> {
  const reader = createInterface({ input: process.stdin, output: process.stderr, terminal: true, historySize: 0 })
  const closed = new Promise<never>((_resolve, reject) => reader.once('close', () => reject(interrupted())))
  try {
    const answer = await Promise.race([reader.question(preset ? `${question} [${preset}]: ` : `${question}: `), closed])
    return answer.trim() || preset
  } finally {
    reader.close()
  }
}
