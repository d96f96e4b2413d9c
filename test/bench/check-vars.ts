import { join } from 'node:path'
import { execPath } from 'node:process'
import { execa } from 'execa'
import { newestRelease } from '../../generator/dialects/releases.ts'
import { variablesOf } from '../../generator/dialects/names.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { alternate, type Measurement } from './measurement.ts'

const program = join(import.meta.dirname, '../../dist/registrar.js')

/** `registrar check-vars` on a file of 400 lines, against a Node.js that does nothing. */
export async function measureCheckVars(): Promise<Measurement[]> {
  const options = { cwd: makeDirectory({ 'vars.yml': fourHundredLines() }), env: { NODE_OPTIONS: '' } }
  const ours = () => execa(execPath, [program, 'check-vars', 'vars.yml'], options)
  const reference = () => execa(execPath, ['-e', '0'], options)
  await ours()
  const [taken, nothing] = await alternate(15, ours, reference)
  removeDirectories()
  return [
    {
      what: '`registrar check-vars`, a file of 400 lines',
      ours: taken,
      reference: { name: '`node -e 0`', value: nothing },
      unit: 's',
      bar: 6,
    },
  ]
}

/** Switches from all over the playbook. */
function fourHundredLines(): string {
  const switches = [...variablesOf(newestRelease)].filter(([name, type]) => type === 'b' && name.endsWith('_enabled'))
  const step = switches.length / 399
  const some = Array.from({ length: 399 }, (_, index) => switches[Math.floor(index * step)] ?? ['', ''])
  return ['matrix_domain: example.com', ...some.map(([name]) => `${name}: false`)].join('\n')
}
