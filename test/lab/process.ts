import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

import { count } from './tally.ts'

export interface RunningProcess {
  pid: number
  /** False once it has ended, by itself or stopped. */
  isRunning(): boolean
  /** Lets it go on when this process ends. */
  release(): void
  /** Asks it to end, and ends it after ten seconds; may be called twice. */
  stop(): Promise<void>
}

interface ProcessToStart {
  command: readonly [string, ...string[]]
  cwd: string
  /** Takes stdout and stderr. */
  outputPath: string
  /** A process group of its own, so that it may go on when this process ends; see `release`. */
  detached?: boolean
  /** What asks it to end; SIGTERM by default. */
  endSignal?: NodeJS.Signals
}

/** Starts a server in the background; it ends with this process unless it is released. */
export const startProcess = ({
  command,
  cwd,
  outputPath,
  detached = false,
  endSignal = 'SIGTERM',
}: ProcessToStart): RunningProcess => {
  count('server')
  const output = openSync(outputPath, 'a')
  const [file, ...args] = command
  const child = spawn(file, args, { cwd, stdio: ['ignore', output, output], detached })
  closeSync(output)
  if (child.pid === undefined) throw new Error(`${file} could not be started`)

  const isRunning = () => child.exitCode === null && child.signalCode === null
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  return {
    pid: child.pid,
    isRunning,
    release: () => {
      process.off('exit', endWithUs)
      child.unref()
    },
    stop: async () => {
      process.off('exit', endWithUs)
      if (!isRunning()) return
      child.kill(endSignal)
      const force = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(force)
    },
  }
}

/** The last lines of a log, for an error message. */
export const tail = async (path: string, lines = 30): Promise<string> => {
  const text = await readFile(path, 'utf8').catch(() => '')
  return text.split('\n').slice(-lines).join('\n')
}
