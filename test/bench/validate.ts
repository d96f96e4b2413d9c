import { join } from 'node:path'
import { execPath } from 'node:process'
import { execa } from 'execa'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { full } from '../support/growth.ts'
import { alternate, type Measurement } from './measurement.ts'
import { peakMemory } from './memory.ts'

const root = join(import.meta.dirname, '../..')
const program = join(root, 'dist/registrar.js')

/** `registrar validate`, on a small file and on one as large as may be. */
export async function measureValidate(): Promise<Measurement[]> {
  return [await measureSmall(), ...(await measureLarge())]
}

/** Against a Node.js that does nothing. */
async function measureSmall(): Promise<Measurement> {
  const options = { cwd: root, env: { NODE_OPTIONS: '' } }
  const ours = () => execa(execPath, [program, 'validate', 'inventory-examples/native-local/registrar.yml'], options)
  const reference = () => execa(execPath, ['-e', '0'], options)
  await ours()
  const [taken, nothing] = await alternate(15, ours, reference)
  return {
    what: '`registrar validate`, a small file',
    ours: taken,
    reference: { name: '`node -e 0`', value: nothing },
    unit: 's',
    bar: 3,
  }
}

/** Against the YAML library alone. */
async function measureLarge(): Promise<Measurement[]> {
  const head = 'version: 1\ndomain: example.com\nhost: matrix.example.com\nhomeserver: synapse\nusers:\n'
  const text = full(2 ** 20 - 32, head, (index) => `  - username: u${index}\n`)
  const file = join(makeDirectory({ 'registrar.yml': text }), 'registrar.yml')
  const options = { cwd: root, env: { NODE_OPTIONS: '' } }
  const words = [program, 'validate', file]
  const [taken, read] = await alternate(
    7,
    () => execa(execPath, words, options),
    () => execa(execPath, ['-e', readByLibrary, file], options),
  )
  const memory = await peakMemory(execPath, words, options)
  removeDirectories()
  return [
    {
      what: '`registrar validate`, 1 MiB of accounts',
      ours: taken,
      reference: { name: 'the YAML library reads it', value: read },
      unit: 's',
      bar: 1.5,
    },
    { what: 'the same, peak memory', ours: memory, unit: 'MiB', bar: 300 },
  ]
}

const readByLibrary = `require('yaml').parseDocument(require('fs').readFileSync(process.argv[1], 'utf8'), { uniqueKeys: false })`
