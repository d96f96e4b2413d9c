import { appendFileSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { execa } from 'execa'
import { entry } from '../support/cli.ts'
import { registrar } from '../support/cli-in-process.ts'
import { operations } from '../../generator/operations/index.ts'
import { copyExample } from '../support/examples.ts'

afterAll(removeDirectories)

const { stdout: help } = await registrar(['--help'], { cwd: makeDirectory() })
const commands = [...help.matchAll(/^ {2}([a-z-]+) .*/gm)]
  .map((match) => match[1] ?? '')
  .filter((name) => !['help', 'registrar'].includes(name))

async function examplesOf(command: string): Promise<string[]> {
  const { stdout } = await registrar([command, '--help'], { cwd: makeDirectory() })
  return [...stdout.matchAll(/^ {2}registrar (.+)$/gm)].map((match) => match[1] ?? '')
}

const examples = (await Promise.all(commands.map(examplesOf))).flat()

it('every command has an example, and so has the program', () => {
  expect(commands.filter((command) => !examples.some((example) => example.startsWith(command)))).toEqual([])
  expect(help).toMatch(/Examples:\n {2}registrar /)
})

it('what stands for a value says more than the name of its option', async () => {
  const helps = await Promise.all(commands.map((name) => registrar([name, '--help'], { cwd: makeDirectory() })))
  expect(helps.flatMap(({ stdout }) => stdout.match(/--([\w-]+) <\1>/g) ?? [])).toEqual([])
})

it('a full disk fails, instead of looking like findings', async () => {
  const words = ['-c', 'exec "$@" > /dev/full', 'sh', process.execPath, entry, '--help']
  const { exitCode, stderr } = await execa('sh', words, { reject: false, cwd: makeDirectory() })
  expect({ exitCode, stderr }).toEqual({
    exitCode: 3,
    stderr: 'error: The output cannot be written: the disk is full.\n  What was done is done; its output is lost.',
  })
})

it('says what each exit code means', () => {
  expect([...help.matchAll(/^ {2}(\d+) {2,}\S/gm)].map(([, code]) => code)).toEqual(['0', '1', '2', '3', '70', '130'])
})

it.each(operations.map((operation) => [operation.name, 'changes' in operation] as const))(
  '%s takes --check where it can change something: %s',
  async (name, canChange) => {
    const { stdout } = await registrar([name, '--help'], { cwd: makeDirectory() })
    expect(/^ {2}--check\b/m.test(stdout)).toBe(canChange)
  },
)

it('offers to register accounts from a file, and to fail if they exist, of register-user alone', async () => {
  const offers = async (name: string) =>
    (await registrar([name, '--help'], { cwd: makeDirectory() })).stdout.match(
      /(?<=^ {2})--(from-csv|fail-if-exists)\b/gm,
    )
  expect(await offers('register-user')).toEqual(['--from-csv', '--fail-if-exists'])
  expect(await offers('create-access-token')).toBe(null)
})

/** Where an example would be typed: a host file, accounts in a CSV file, and a checkout of the playbook beside it. */
function place(): string {
  const hostFile = readFileSync(join(copyExample('playbook-ssh-synapse'), 'registrar.yml'), 'utf8')
  const variables = 'matrix_domain: example.com\n'
  const inventory = '[matrix_servers]\nmatrix.example.com ansible_user=root\n'
  return join(
    makeDirectory({
      'work/registrar.yml': `${hostFile}users_files: [{ file: pupils.yml, group: pupils }]\n`,
      'work/pupils.yml': 'users: []\n',
      'work/pupils.csv': 'username,admin\nanna,no\n',
      'work/invitation.txt': 'Dear {{name}}: {{token}}\n',
      'work/pupils27.csv': 'name\nAnna Berg\n',
      'work/people.csv': 'username,password\nanna,secret-password\n',
      'matrix-docker-ansible-deploy/inventory/hosts': inventory,
      'matrix-docker-ansible-deploy/inventory/host_vars/matrix.example.com/vars.yml': variables,
      'matrix-docker-ansible-deploy/setup.yml': '',
      'matrix-docker-ansible-deploy/roles/custom/matrix-base/defaults/main.yml': variables,
      'work/vars.yml': variables,
      'work/inventory/group_vars/all.yml': variables,
      'work/inventory/host_vars/matrix.example.com/vars.yml': variables,
    }),
    'work',
  )
}

/** Outcomes other than 0: `init` and `setup-access` ask on a terminal, `doctor` and others reach no host, `generate --check` finds that nothing was generated yet, and nobody kept a plan. */
const others: Record<string, number> = {
  init: 2,
  doctor: 3,
  'doctor --json': 3,
  'generate --check --diff': 1,
  'setup-access': 2,
  'setup-access --as john': 2,
  'setup-access --revoke': 2,
  'setup-access --check': 3,
  'setup-access --yes --keep file:admin-token': 3,
  'setup-access --yes --keep vault:secrets/admin-token': 3,
  'apply plan.json --yes --fail-fast': 2,
  'import-users': 3,
  'import-users --host matrix.example.com --write': 3,
}

/** Nothing answers at home. */
const exitCodeOf = (example: string) => (example.startsWith('check-discovery') ? 3 : (others[example] ?? 0))

/** What keeps an example from connecting. */
function atHome(example: string): string[] {
  if (example.startsWith('check-discovery')) return ['--connect-to', '::127.0.0.1:1']
  return operations.some(({ name }) => example.startsWith(name)) && !example.includes('--dry-run') ? ['--dry-run'] : []
}

it.each(examples)('registrar %s is understood', async (example) => {
  const cwd = place()
  if (/^(init|import)\b(?!-)/.test(example)) rmSync(join(cwd, 'registrar.yml'))
  if (operations.some(({ name }) => example.startsWith(name)))
    appendFileSync(join(cwd, 'registrar.yml'), '\naccess: { token: { env: MATRIX_ADMIN_TOKEN } }\n')
  const [command = '', ...words] = (example.split(' > ')[0] ?? '')
    .split(' ')
    .map((word) => (word === 'hosts/*.yml' ? 'registrar.yml' : word))
  const { exitCode, stderr } = await registrar([command, ...atHome(example), ...words], {
    cwd,
    env: { MATRIX_PASSWORD: 'secret-password' },
  })
  expect({ exitCode, stderr }).toMatchObject({ exitCode: exitCodeOf(example) })
})

it('is not upset by a reader who leaves', async () => {
  const child = execa(process.execPath, [entry, 'help'], { reject: false, env: { NODE_OPTIONS: '' } })
  child.stdout.destroy()
  expect(await child).toMatchObject({ exitCode: 0, stderr: '' })
})
