// jest's environment for Node, which notes what a test file cost. Plain JavaScript: jest loads it as it is.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import process from 'node:process'
import { TestEnvironment } from 'jest-environment-node'

const ticksPerSecond = 100 // USER_HZ, the same on every Linux

export default class MeasuredEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context)
    const directory = process.env.REGISTRAR_MEASURES
    const file = relative(config.globalConfig.rootDir, context.testPath)
    this.measure = directory && { file, tally: join(directory, file.replaceAll('/', '+')) }
    this.memory = config.projectConfig.testEnvironmentOptions.inMemory && memory
  }

  async setup() {
    await super.setup()
    if (this.memory) this.moveIntoMemory()
    if (!this.measure) return
    this.before = usedSeconds()
    this.global.process.env.REGISTRAR_TALLY = this.measure.tally
  }

  async teardown() {
    if (this.measure) {
      const [own, children] = usedSeconds().map((seconds, index) => seconds - this.before[index])
      writeFileSync(`${this.measure.tally}.json`, JSON.stringify({ file: this.measure.file, own, children }))
    }
    if (this.temporary) this.leaveMemory()
    await super.teardown()
  }

  /** What Node itself reads is the environment of the process, what tests hand on is a copy of it. */
  moveIntoMemory() {
    this.temporary = mkdtempSync(join(this.memory, 'registrar-'))
    chmodSync(this.temporary, 0o755)
    this.outside = process.env.TMPDIR
    process.env.TMPDIR = this.global.process.env.TMPDIR = this.temporary
  }

  leaveMemory() {
    if (this.outside === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = this.outside
    rmSync(this.temporary, { recursive: true, force: true })
  }
}

const leastFree = 1 << 30 // bytes; Docker gives 64 MiB

/** Where temporary files are ten times as fast as on a disk, if there is such a place. */
const memory = findMemory()

function findMemory() {
  if (!existsSync('/proc/mounts')) return undefined
  const [, path, options] = /^\S+ (\/dev\/shm) tmpfs (\S+)/m.exec(readFileSync('/proc/mounts', 'utf8')) ?? []
  if (path === undefined || options.split(',').includes('noexec')) return undefined
  const { bavail, bsize } = statfsSync(path)
  return bavail * bsize < leastFree ? undefined : path
}

/** The CPU time of this process, and of its children that have ended. */
function usedSeconds() {
  if (!existsSync('/proc/self/stat')) return [0, 0]
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  const [user, system, childUser, childSystem] = fields.slice(11, 15).map((ticks) => Number(ticks) / ticksPerSecond)
  return [user + system, childUser + childSystem]
}
