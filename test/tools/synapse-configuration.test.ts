import { join } from 'node:path'
import { execa } from 'execa'
import { installSynapse } from '../lab/install.ts'

const files = join(import.meta.dirname, '../../roles/matrix_users/files')
const compare = join(import.meta.dirname, '../support/compare-configurations.py')

it('reads a configuration of many files as Synapse itself does: sections whole, null too, and of directories *.yaml', async () => {
  const python = join(await installSynapse(), 'bin/python')
  const { stdout } = await execa(python, ['-B', compare, files, '60'])
  expect(JSON.parse(stdout)).toEqual({ count: 60, different: [] })
}, 120_000)
