import { jest } from '@jest/globals'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { differingAnsibles } from '../support/ansible-versions.ts'
import { localPlan } from '../support/plans.ts'
import { makeWorkspace, runAnsible, runJust } from '../support/workspace.ts'

jest.setTimeout(600_000)

/** What is typed, and the message for it. */
const tags: [string[], string][] = [
  [[], 'No tag was given. Add one, such as --tags=register-user.'],
  [['--tags=update-user-password'], 'The tag here is set-password: --tags=set-password.'],
  [['--tags=register-user,regster-user'], 'There is no tag regster-user here.'],
  [['--tags=install-all,ensure-users-created,start'], ' is a tag of the playbook itself:'],
]

const root = makeWorkspace([localPlan('synapse', { url: 'http://127.0.0.1:1', configPath: '/nowhere.yaml' })])
afterAll(() => rmSync(root, { recursive: true }))

const cases = differingAnsibles.flatMap((ansible, index) =>
  tags.filter((_, number) => number % 2 === index).map(([words, says]) => ({ ansible, words, says })),
)

it.each(cases)(
  'ansible-core $ansible: a play with $words fails, and says what to type',
  async ({ ansible, words, says }) => {
    const { exitCode, output } = await runAnsible(root, ['-i', 'inventory/hosts', 'setup.yml', ...words], { ansible })
    expect(exitCode).toBe(2)
    expect(output).toContain(says)
    expect(output).toContain('Nothing was done. The tags are: register-user, ')
    expect(output).toContain('changed=0')
  },
)

it.each(differingAnsibles)('ansible-core %s: a play touches no account while MAS takes them over', async (ansible) => {
  const moving = { matrix_users_authority: 'mas', matrix_authentication_service_migration_in_progress: true }
  const words = ['-i', 'inventory/hosts', 'setup.yml', '--tags=list-users', `--extra-vars=${JSON.stringify(moving)}`]
  const { exitCode, output } = await runAnsible(root, words, { ansible })
  expect(exitCode).toBe(2)
  expect(output.replaceAll(/\s+/g, ' ')).toContain(
    'are being moved to Matrix Authentication Service. Nothing was done.',
  )
})

it('a password that Synapse does not need is refused, and shown nowhere', async () => {
  const words = ['--tags=create-access-token', '--extra-vars=username=bot password=never-shown', '-vvv']
  const { output } = await runAnsible(root, ['-i', 'inventory/hosts', 'setup.yml', ...words])
  expect(output).toContain('an admin creates the token, without the password of the account')
  expect(output).not.toContain('never-shown')
})

it.each([
  ['whose group is empty', '[matrix_servers]\n', []],
  ['that --limit leaves nothing of', undefined, ['--limit', 'nowhere.example.com']],
])('a recipe fails with an inventory %s', async (_what, hosts, words) => {
  const own = makeWorkspace([localPlan('synapse', { url: 'http://127.0.0.1:1', configPath: '/nowhere.yaml' })])
  try {
    if (hosts !== undefined) writeFileSync(join(own, 'inventory/hosts'), hosts)
    const { exitCode, output } = await runJust(own, ['list-users', ...words])
    expect(exitCode).not.toBe(0)
    expect(output).toMatch(/Could not match supplied host pattern|no hosts to target/)
  } finally {
    rmSync(own, { recursive: true })
  }
})
