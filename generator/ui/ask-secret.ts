import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { Secret } from '../secrets/secret.ts'

/** Whether there is a person to ask. */
export function canAsk(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY
}

/** Asks on the terminal, without showing what is typed. */
export async function askSecret(question: string): Promise<Secret> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true, historySize: 0 })
  process.stderr.write(question)
  try {
    const answer = reader.question('')
    const interrupted = new Promise<never>((_resolve, reject) => reader.once('SIGINT', () => reject(new Error('interrupted'))))
    return new Secret(await Promise.race([answer, interrupted]))
  } finally {
    reader.close()
    process.stderr.write('\n')
  }
}
