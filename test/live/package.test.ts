import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { execa } from 'execa'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

jest.setTimeout(120_000)

const root = join(import.meta.dirname, '../..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }

let packed: string
let program: string

/** As `npm pack` and `npm install -g` do it, with nothing to be had from any registry. */
beforeAll(async () => {
  const directory = makeDirectory()
  await execa('npm', ['pack', '--ignore-scripts', '--pack-destination', directory], { cwd: root }) // it is built already
  packed = join(directory, readdirSync(directory)[0] ?? '')
  await execa('npm', ['install', '--global', '--prefix', directory, '--offline', '--cache', join(directory, 'cache'), packed])
  program = join(directory, 'bin/registrar')
})

afterAll(removeDirectories)

it('is installed from its package alone, and tells its version in any directory', async () => {
  expect((await execa(program, ['--version'], { cwd: makeDirectory() })).stdout).toBe(version)
})

it('runs by npx', async () => {
  const cwd = makeDirectory()
  const { stdout } = await execa('npx', ['--yes', '--offline', '--cache', join(cwd, 'cache'), `--package=${packed}`, 'registrar', '--version'], { cwd })
  expect(stdout).toBe(version)
})

it('finds its schema, templates and role there', async () => {
  const cwd = makeDirectory({ 'registrar.yml': 'version: 1\ndomain: example.org\nhost: matrix.example.org\nhomeserver: synapse\n' })
  expect((await execa(program, ['validate'], { cwd })).stderr).toBe('1 host file: nothing to complain about.')
  await execa(program, ['generate'], { cwd })
  expect(readdirSync(cwd)).toEqual(expect.arrayContaining(['inventory', 'justfile', 'roles', 'setup.yml']))
  const { stdout } = await execa(program, ['register-user', 'john', '--generate-password', '--dry-run'], { cwd })
  expect(stdout).toContain('docker exec -i matrix-synapse python3 -c <common.py synapse.py>')
})
