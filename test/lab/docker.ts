import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { execa, type Options } from 'execa'

import { LabUnavailable } from './lab-unavailable.ts'
import { lock } from './lock.ts'
import { poll } from './poll.ts'
import { startProcess, tail } from './process.ts'

/** Runs `docker ARGS` and answers with its stdout. */
export const docker = async (args: readonly string[], options: Options = {}): Promise<string> => {
  const { stdout } = await execa('docker', args, options)
  return String(stdout)
}

/** Beside every cache: runs with caches of their own share the machine's one engine. */
const directory = join(tmpdir(), 'matrix-registrar-lab')
const lockPath = join(directory, 'docker.lock')
const pidPath = join(directory, 'dockerd.pid')
const logPath = join(directory, 'dockerd.log')

/** Alone with the engine, which answers while `use` runs: nobody stops it or imports the same image meanwhile. */
export const withDocker = async <T>(use: () => Promise<T>): Promise<T> => {
  const release = await lock(lockPath)
  try {
    await installDocker()
    return await use()
  } finally {
    await release()
  }
}

/** An engine that answers: the machine's, or one that is installed (as root) and started here. */
const installDocker = async (): Promise<void> => {
  if (await answers()) return
  if (process.getuid?.() !== 0) throw new LabUnavailable('no Docker engine answers, and only root can start one')
  await installPackages({ dockerd: 'docker.io' })
  const dockerd = startProcess({
    command: ['dockerd', '--storage-driver=overlay2'],
    cwd: '/',
    outputPath: logPath,
    detached: true,
  })
  await writeFile(pidPath, `${dockerd.pid}`)
  try {
    await poll(async () => !dockerd.isRunning() || (await answers()), { what: 'dockerd', timeout: 120_000 })
    if (!dockerd.isRunning()) throw new Error('dockerd ended')
    dockerd.release()
  } catch (error) {
    throw new LabUnavailable(`dockerd does not start:\n${await tail(logPath)}`, { cause: error })
  }
}

/**
 * Removes a container, and ends the engine when it is one that `installDocker` started and no container runs in it: both
 * under the lock, since one that is being removed is not listed any more.
 */
export const releaseDocker = async (container?: string): Promise<void> => {
  const release = await lock(lockPath)
  try {
    if (container !== undefined) await docker(['rm', '--force', '--volumes', container])
    if (!existsSync(pidPath) || !(await answers()) || (await docker(['ps', '--quiet'])) !== '') return
    const pid = Number(await readFile(pidPath, 'utf8'))
    await rm(pidPath)
    if (!(await isDockerd(pid))) return
    process.kill(pid, 'SIGTERM')
    await poll(async () => !(await isDockerd(pid)), { what: `the end of dockerd ${pid}`, timeout: 120_000 })
  } finally {
    await release()
  }
}

/** Installs the Debian packages whose program is missing. */
export const installPackages = async (packages: Record<string, string>): Promise<void> => {
  const missing = await Promise.all(
    Object.keys(packages).map(async (program) => ((await has(program)) ? [] : [program])),
  )
  await aptInstall(missing.flat().map((program) => packages[program] as string))
}

/** Installs Debian packages, as root, without what they merely recommend; one at a time, for apt waits for nobody. */
export const aptInstall = async (names: readonly string[]): Promise<void> => {
  if (names.length === 0) return
  if (process.getuid?.() !== 0 || !(await has('apt-get'))) throw new LabUnavailable(`missing here: ${names.join(', ')}`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const release = await lock(join(directory, 'apt.lock'))
  try {
    await execa('apt-get', ['update'], { env })
    await execa('apt-get', ['install', '--yes', '--no-install-recommends', ...names], { env })
  } finally {
    await release()
  }
}

const has = async (program: string): Promise<boolean> =>
  (await execa('sh', ['-c', 'command -v "$0"', program], { reject: false })).exitCode === 0

const answers = async (): Promise<boolean> =>
  (await execa('docker', ['version', '--format', '{{.Server.Version}}'], { reject: false })).exitCode === 0

const isDockerd = async (pid: number): Promise<boolean> => {
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')
  return name.trim() === 'dockerd'
}
