import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { jest } from '@jest/globals'
import { parseDocument } from 'yaml'
import { readRecording } from '../../build/docs/recording.ts'
import { installJust } from '../lab/install.ts'
import { startSynapse, type Synapse } from '../lab/synapse.ts'
import { registrar } from '../support/cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { asDocumented, recordDocs } from '../support/record-docs.ts'
import { runCommand } from '../support/workspace.ts'

jest.setTimeout(900_000)

const root = join(import.meta.dirname, '../..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')

/** The commands of docs/access.md are run in their order, at the end. */
const pages = readdirSync(join(root, 'docs')).filter((path) => path.endsWith('.md') && path !== 'access.md')

/** What README and the pages written by hand show as code: lines of blocks, and the first column of their tables. */
const text = [readme, ...pages.map((path) => readFileSync(join(root, 'docs', path), 'utf8'))].join('\n')
const shown = [...text.matchAll(/^ {4}(\S.*)$|^\| `([^`]+)` \|/gm)].map((match) =>
  (match[1] ?? match[2] ?? '').replace(/ {2,}#.*$/, ''),
)
const recipes = [...new Set(shown)].filter((command) =>
  /^(MATRIX_PASSWORD=\S+ )?just register-user|^ansible-playbook |^registrar register-user /.test(command),
)

const program = `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist/registrar.js')}' "$@"\n`

let synapse: Synapse
let workspace: string

beforeAll(async () => {
  synapse = await startSynapse(asDocumented)
  const yaml = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  workspace = makeDirectory({
    'registrar.yml': onThisMachine(yaml),
    'as-shown/registrar.yml': yaml,
    'people.csv': 'username,password\njohn,secret-password\n',
    'bin/registrar': program,
  })
  chmodSync(join(workspace, 'bin/registrar'), 0o755)
  expect(await registrar(['generate'], { cwd: workspace })).toMatchObject({ exitCode: 0 })
})

/** A host file that is shown, for the server of this test. */
function onThisMachine(yaml: string): string {
  const file = parseDocument(yaml)
  file.set('domain', synapse.domain)
  file.set('deployment', { kind: 'native', python: synapse.python, config: synapse.configPath, address: synapse.url })
  file.set('connection', { kind: 'local', become: { enabled: false } })
  return String(file)
}

afterAll(async () => {
  await synapse?.stop()
  removeDirectories()
})

// Before the others, which make accounts of their own.
it('shows what the program prints today (else: npm run record, npm run role)', async () => {
  expect(await recordDocs(synapse)).toEqual(readRecording())
})

it('shows a host file that is valid as it stands', async () => {
  expect(await registrar(['validate'], { cwd: join(workspace, 'as-shown') })).toMatchObject({ exitCode: 0, stdout: '' })
})

it.each(recipes)('%s does what README says', async (command) => {
  const path = `${dirname(await installJust())}:${workspace}/bin:$PATH`
  const script = `unset ANSIBLE_CALLBACK_RESULT_FORMAT; PATH=${path}; ${command}`
  const { exitCode, output } = await runCommand('bash', ['-c', script], workspace, {
    env: { MATRIX_PASSWORD: 'secret-password' },
  })
  const asks = /^just register-user john$/.test(command)
  const [, name = 'john'] = /\b(john|anna)\b/.exec(command) ?? [] // who is in people.csv, too
  expect(output).toContain(
    asks ? 'there is no terminal to ask on' : command.endsWith('--dry-run') ? 'username: john' : `@${name}:example.org`,
  )
  expect(exitCode).toBe(asks ? 2 : 0)
  if (/^just register-user .*secret/.test(command)) {
    expect(output).toMatch(/^ {4}msg:\n {4}- ('@john:example.org already exists|Created @john:example.org)/m)
    expect(output.split('\n').filter((line) => line.trim()).length).toBeLessThanOrEqual(12)
  }
})

it('docs/access.md leads from nothing to a server on which every operation works', async () => {
  const page = readFileSync(join(root, 'docs/access.md'), 'utf8')
  const commands = [...page.matchAll(/^ {4}(registrar .*)$/gm)].map((match) => match[1] ?? '')
  expect(commands.filter((command) => command.startsWith('registrar setup-access'))).toHaveLength(2)
  const [, people = ''] = /```csv\n([\s\S]*?)```/.exec(page) ?? []
  const cwd = makeDirectory({ 'people.csv': people })
  for (const command of commands) {
    const { exitCode, output } = await runCommand('bash', ['-c', `PATH=${workspace}/bin:$PATH; ${command}`], cwd)
    expect({ command, exitCode, output }).toMatchObject({ exitCode: 0 })
    if (command.startsWith('registrar init')) {
      const file = join(cwd, 'registrar.yml')
      writeFileSync(file, onThisMachine(readFileSync(file, 'utf8')))
    }
  }
})
