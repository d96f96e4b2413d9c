// jest's environment of a test file: the process itself, as it was before, whose cost is noted. Plain JavaScript: jest loads it as
// it is.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import process from 'node:process'
import { takeCoverage } from 'node:v8'
import { ModuleMocker } from 'jest-mock'

const ticksPerSecond = 100 // USER_HZ, the same on every Linux

export default class MeasuredEnvironment {
  global = globalThis
  moduleMocker = new ModuleMocker(globalThis)

  constructor({ globalConfig, projectConfig }, { testPath }) {
    this.restore = keep()
    const directory = process.env.REGISTRAR_MEASURES
    const file = relative(globalConfig.rootDir, testPath)
    this.measure = directory && { file, tally: join(directory, file.replaceAll('/', '+')) }
    this.memory = projectConfig.testEnvironmentOptions.inMemory && memory
  }

  getVmContext() {}

  exportConditions() {
    return ['node', 'node-addons']
  }

  async setup() {
    Error.prepareStackTrace = undefined // jest's knows only what jest itself has loaded
    if (this.memory) this.moveIntoMemory()
    if (!this.measure) return
    this.before = usedSeconds()
    process.env.REGISTRAR_TALLY = this.measure.tally
  }

  async teardown() {
    if (this.measure) {
      const [own, children] = usedSeconds().map((seconds, index) => seconds - this.before[index])
      writeFileSync(`${this.measure.tally}.json`, JSON.stringify({ file: this.measure.file, own, children }))
    }
    if (process.env.NODE_V8_COVERAGE) takeCoverage()
    if (this.temporary) rmSync(this.temporary, { recursive: true, force: true })
    this.restore()
  }

  moveIntoMemory() {
    this.temporary = mkdtempSync(join(this.memory, 'registrar-'))
    chmodSync(this.temporary, 0o755)
    process.env.TMPDIR = this.temporary
  }
}

/** What a test file may change and leave behind, so that the next one in this process has it as it was. */
function keep() {
  const [environment, directory, { console }, { exit }] = [{ ...process.env }, process.cwd(), globalThis, process]
  const names = new Set(Reflect.ownKeys(globalThis))
  return () => {
    for (const name of Object.keys(process.env)) if (!(name in environment)) Reflect.deleteProperty(process.env, name)
    Object.assign(process.env, environment)
    process.chdir(directory)
    for (const name of Reflect.ownKeys(globalThis)) if (!names.has(name)) Reflect.deleteProperty(globalThis, name)
    globalThis.console = console
    process.exit = exit
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
