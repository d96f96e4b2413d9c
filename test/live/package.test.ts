import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { execa } from 'execa'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

jest.setTimeout(900_000)

const root = join(import.meta.dirname, '../..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }

let packed: string
let program: string
/** Where it is installed. */
let installed: string

/** As `npm pack` and `npm install -g` do it, with nothing to be had from any registry. */
beforeAll(async () => {
  const directory = makeDirectory()
  await execa('npm', ['pack', '--ignore-scripts', '--pack-destination', directory], { cwd: root }) // it is built already
  packed = join(directory, readdirSync(directory)[0] ?? '')
  await execa('npm', [
    'install',
    '--global',
    '--prefix',
    directory,
    '--offline',
    '--cache',
    join(directory, 'cache'),
    packed,
  ])
  program = join(directory, 'bin/registrar')
  installed = join(directory, 'lib/node_modules/matrix-registrar')
})

afterAll(removeDirectories)

it('is installed from its package alone, and reports its version in any directory', async () => {
  expect((await execa(program, ['--version'], { cwd: makeDirectory() })).stdout).toBe(version)
})

it('runs by npx', async () => {
  const cwd = makeDirectory()
  const { stdout } = await execa(
    'npx',
    ['--yes', '--offline', '--cache', join(cwd, 'cache'), `--package=${packed}`, 'registrar', '--version'],
    { cwd },
  )
  expect(stdout).toBe(version)
})

it('finds its schema, templates and role there', async () => {
  const cwd = makeDirectory({
    'registrar.yml': 'version: 1\ndomain: example.org\nhost: matrix.example.org\nhomeserver: synapse\n',
  })
  expect((await execa(program, ['validate'], { cwd })).stderr).toBe('1 host file: no problems found.')
  await execa(program, ['generate'], { cwd })
  expect(readdirSync(cwd)).toEqual(expect.arrayContaining(['inventory', 'justfile', 'roles', 'setup.yml']))
  const { stdout } = await execa(program, ['register-user', 'john', '--dry-run', '--json'], { cwd })
  expect(JSON.parse(stdout)).toMatchObject({ command: ['docker', 'exec', '-i', 'matrix-synapse', 'python3'] })
})

const page = readFileSync(join(root, 'docs/library.md'), 'utf8')

it('is a library, with types, as its page shows', async () => {
  const cwd = makeDirectory({
    'use.ts': /```ts\n([^]*?)```/.exec(page)?.[1] ?? '',
    'registrar.yml': readFileSync(join(root, 'inventory-examples/playbook-ssh-synapse/registrar.yml'), 'utf8'),
    'package.json': '{ "type": "module" }',
  })
  mkdirSync(join(cwd, 'node_modules'))
  symlinkSync(installed, join(cwd, 'node_modules/matrix-registrar'))
  symlinkSync(join(root, 'node_modules/@types'), join(cwd, 'node_modules/@types'))
  const words = ['use.ts', '--strict', '--module', 'NodeNext', '--target', 'ES2023', '--types', 'node']
  const compiled = await execa(join(root, 'node_modules/.bin/tsc'), words, { cwd, reject: false, all: true })
  expect(compiled.all).toBe('')
  const { stdout } = await execa(process.execPath, ['use.js'], { cwd })
  expect(stdout).toMatch(/^inventory\/hosts$/m)
  expect(stdout).toMatch(/^setup\.yml$/m)
})

/** Those in CommonJS, of which esbuild says where each file comes from; and the one in ECMAScript's modules that is always there. */
function packagesIn(directory: string): string[] {
  const texts = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(directory, file), 'utf8'))
  const paths = texts.flatMap((text) => text.match(/node_modules\/[\w@./-]+\.[cm]?js/g) ?? [])
  return [
    'node_modules/yaml',
    ...new Set(paths.map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? '')),
  ]
}

it('carries the licence of every package that it contains', () => {
  const shown = readFileSync(join(installed, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8')
  const packages = packagesIn(join(installed, 'dist'))
  expect(packages).toEqual(expect.arrayContaining(['node_modules/ssh2', 'node_modules/ajv']))
  for (const directory of packages) {
    const { name, version } = JSON.parse(readFileSync(join(root, directory, 'package.json'), 'utf8')) as {
      name: string
      version: string
    }
    const file = readdirSync(join(root, directory)).find((each) => /^(licen[cs]e|copying)/i.test(each)) ?? ''
    expect(shown).toContain(`${name} ${version} (`)
    expect(shown).toContain(
      readFileSync(join(root, directory, file), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim(),
    )
  }
})
