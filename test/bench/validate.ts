import { join } from 'node:path'
import { execPath } from 'node:process'
import { execa } from 'execa'
import { alternate, type Measurement } from './measurement.ts'

const root = join(import.meta.dirname, '../..')

/** `registrar validate` on a small file, against a Node.js that does nothing. */
export async function measureValidate(): Promise<Measurement[]> {
  const options = { cwd: root, env: { NODE_OPTIONS: '' } }
  const ours = () =>
    execa(execPath, ['dist/registrar.js', 'validate', 'inventory-examples/native-local/registrar.yml'], options)
  const reference = () => execa(execPath, ['-e', '0'], options)
  await ours()
  const [taken, nothing] = await alternate(15, ours, reference)
  return [
    {
      what: '`registrar validate`, a small file',
      ours: taken,
      reference: { name: '`node -e 0`', value: nothing },
      unit: 's',
      bar: 3,
    },
  ]
}
