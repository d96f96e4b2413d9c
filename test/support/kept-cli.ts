import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { count } from '../lab/tally.ts'
import { type CliRun, programEntry, registrar as registrarAlone } from './cli.ts'
import { checkDocument } from './once/output-documents.ts'

type Run = typeof registrarAlone

let kept: ChildProcess | undefined
let last: Promise<unknown> = Promise.resolve()

globalThis.afterAll?.(async () => {
  if (!kept) return
  const ended = once(kept, 'exit')
  kept.disconnect()
  await ended
})

/**
 * Runs the built program as `registrar` of cli.ts does, one run after the other in a process that stays for this test file:
 * starting it is most of what a run costs. With standard input it is a process of its own.
 */
export const registrar: Run = (words, options) => {
  if (options.input !== undefined) return registrarAlone(words, options)
  const run = last.then(() => runKept(words, options))
  last = run.catch(() => {})
  return run
}

const runKept: Run = async (words, { cwd, env = {} }) => {
  count('program')
  const child = (kept ??= start())
  const ended = new Promise<CliRun>((resolve, reject) => {
    child.once('message', (message) => resolve(message as CliRun))
    child.once('exit', (code, signal) => reject(new Error(`The program ended itself: ${code ?? signal}`)))
  })
  child.send({ words, cwd, env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '', ...env } })
  try {
    const run = await ended
    checkDocument(words, run.stdout)
    return run
  } finally {
    child.removeAllListeners()
  }
}

const start = () =>
  fork(join(import.meta.dirname, 'kept-program.mjs'), [programEntry], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' },
    execArgv: [],
  })
