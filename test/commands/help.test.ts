import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { registrar } from '../support/cli.ts'
import { operations } from '../../generator/operations/index.ts'
import { copyExample } from '../support/examples.ts'

afterAll(removeDirectories)

const { stdout: help } = await registrar(['--help'], { cwd: makeDirectory() })
const commands = [...help.matchAll(/^ {2}([a-z-]+) .*/gm)].map((match) => match[1] ?? '').filter((name) => !['help', 'registrar'].includes(name))

async function examplesOf(command: string): Promise<string[]> {
  const { stdout } = await registrar([command, '--help'], { cwd: makeDirectory() })
  return [...stdout.matchAll(/^ {2}registrar (.+)$/gm)].map((match) => match[1] ?? '')
}

const examples = (await Promise.all(commands.map(examplesOf))).flat()

it('every command has an example, and so has the program', () => {
  expect(commands.filter((command) => !examples.some((example) => example.startsWith(command)))).toEqual([])
  expect(help).toMatch(/Examples:\n {2}registrar /)
})

/** Where an example would be typed: a host file, accounts in a CSV file, and a checkout of the playbook beside it. */
function place(): string {
  const hostFile = readFileSync(join(copyExample('playbook-ssh-synapse'), 'registrar.yml'), 'utf8')
  const variables = 'matrix_domain: example.com\n'
  const inventory = '[matrix_servers]\nmatrix.example.com ansible_user=root\n'
  return join(makeDirectory({ 'work/registrar.yml': hostFile, 'work/pupils.csv': 'username,admin\nanna,no\n', 'work/people.csv': 'username,password\nanna,secret-password\n', 'matrix-docker-ansible-deploy/inventory/hosts': inventory, 'matrix-docker-ansible-deploy/setup.yml': '', 'matrix-docker-ansible-deploy/roles/custom/matrix-base/defaults/main.yml': variables, 'work/vars.yml': variables }), 'work')
}

/** Outcomes other than 0: `init` asks on a terminal, `generate --check` finds that nothing was generated yet, nobody kept a plan, and example.com has no such host. */
const others: Record<string, number> = { init: 2, 'generate --check --diff': 1, 'apply plan.json --yes --fail-fast': 2, 'import-users': 3, 'import-users --host matrix.example.com --write': 3 }

it.each(examples)('registrar %s is understood', async (example) => {
  const cwd = place()
  if (example.startsWith('init')) rmSync(join(cwd, 'registrar.yml'))
  const words = (example.split(' > ')[0] ?? '').split(' ').map((word) => (word === 'hosts/*.yml' ? 'registrar.yml' : word))
  const connects = operations.some(({ name }) => example.startsWith(name)) && !example.includes('--dry-run')
  const { exitCode, stderr } = await registrar([...words, ...(connects ? ['--dry-run'] : [])], { cwd, env: { MATRIX_PASSWORD: 'secret-password' } })
  expect({ exitCode, stderr }).toMatchObject({ exitCode: others[example] ?? 0 })
})
