import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { Secret } from '../secrets/secret.ts'
import { interrupted } from './interrupted.ts'
import { printable } from './printable.ts'

/** Whether there is a person to ask. */
export function canAsk(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY
}

/** How many questions are open. */
let asking = 0

/** Whether a person is being asked, and the line belongs to them. */
export function isAsking(): boolean {
  return asking > 0
}

/** Lets another program ask on the terminal, until the returned function is called (twice is fine). */
function lendTerminal(): () => void {
  asking += 1
  let isOver = false
  return () => {
    if (!isOver) asking -= 1
    isOver = true
  }
}

/** Asks on the terminal, without showing what is typed. */
export const askSecret = Object.assign(ask, { lendTerminal })

async function ask(question: string): Promise<Secret> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true, historySize: 0 })
  process.stderr.write(`\r\u001b[K${printable(question)}`)
  const takeBack = lendTerminal()
  try {
    const answer = reader.question('')
    const brokenOff = new Promise<never>((_resolve, reject) => reader.once('SIGINT', () => reject(interrupted())))
    return new Secret(await Promise.race([answer, brokenOff]))
  } finally {
    takeBack()
    reader.close()
    process.stderr.write('\n')
  }
}
