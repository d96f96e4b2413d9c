import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { Secret } from '../secrets/secret.ts'
import { interrupted } from './interrupted.ts'

/** Whether there is a person to ask. */
export function canAsk(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY
}

let asking = false

/** Whether a person is being asked right now, and the line belongs to them. */
export function isAsking(): boolean {
  return asking
}

/** Asks on the terminal, without showing what is typed. */
export async function askSecret(question: string): Promise<Secret> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true, historySize: 0 })
  process.stderr.write(`\r\u001b[K${question}`)
  asking = true
  try {
    const answer = reader.question('')
    const brokenOff = new Promise<never>((_resolve, reject) => reader.once('SIGINT', () => reject(interrupted())))
    return new Secret(await Promise.race([answer, brokenOff]))
  } finally {
    asking = false
    reader.close()
    process.stderr.write('\n')
  }
}
