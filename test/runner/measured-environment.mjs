// jest's environment for Node, which notes what a test file cost. Plain JavaScript: jest loads it as it is.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
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
  }

  async setup() {
    await super.setup()
    if (!this.measure) return
    this.before = usedSeconds()
    this.global.process.env.REGISTRAR_TALLY = this.measure.tally
  }

  async teardown() {
    if (this.measure) {
      const [own, children] = usedSeconds().map((seconds, index) => seconds - this.before[index])
      writeFileSync(`${this.measure.tally}.json`, JSON.stringify({ file: this.measure.file, own, children }))
    }
    await super.teardown()
  }
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
