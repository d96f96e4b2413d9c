import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import { domain } from './domain.ts'
import type { Homeserver } from './homeserver.ts'
import { isReady, poll } from './poll.ts'
import { startProcess, tail, type RunningProcess } from './process.ts'

interface HomeserverToRun extends Pick<Homeserver, 'url' | 'dir' | 'configPath' | 'logPath' | 'sharedSecret'> {
  command: readonly [string, ...string[]]
  /** Outlives this process, once it is ready. */
  survives: boolean
}

/** Starts a configured homeserver and waits until it is ready. */
export const runHomeserver = async ({ command, survives, ...files }: HomeserverToRun): Promise<Homeserver> => {
  const start = () => startReady(command, files.url, files.dir, survives)
  const removeFiles = () => rmSync(files.dir, { recursive: true, force: true })
  process.once('exit', removeFiles)
  let running = await start()
  if (survives) {
    process.off('exit', removeFiles)
    running.release()
  }
  return {
    ...files,
    domain,
    get pid() {
      return running.pid
    },
    halt: () => running.stop(),
    resume: async () => {
      running = await start()
    },
    stop: async () => {
      await running.stop()
      process.off('exit', removeFiles)
      await rm(files.dir, { recursive: true, force: true })
    },
  }
}

const startReady = async (
  command: readonly [string, ...string[]],
  url: string,
  dir: string,
  detached: boolean,
): Promise<RunningProcess> => {
  const outputPath = join(dir, 'output.log')
  const process = startProcess({ command, cwd: dir, outputPath, detached })
  const what = `${command[0]} at ${url}`
  try {
    await poll(async () => !process.isRunning() || (await isReady(url)), { what })
    if (!process.isRunning()) throw new Error(`${what} ended`)
    return process
  } catch (error) {
    await process.stop()
    throw new Error(`${what} did not start:\n${await tail(outputPath)}`, { cause: error })
  }
}
