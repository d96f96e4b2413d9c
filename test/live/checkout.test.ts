import { execa } from 'execa'
import { jest } from '@jest/globals'
import { join } from 'node:path'
import { anySynapse } from '../lab/kept.ts'
import { login } from '../lab/matrix-client.ts'
import type { Synapse } from '../lab/synapse.ts'
import { registrar } from '../support/kept-cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { unique } from '../support/names.ts'
import { runJust } from '../support/workspace.ts'

jest.setTimeout(900_000)

let synapse: Synapse

beforeAll(async () => {
  synapse = await anySynapse()
})

afterAll(async () => {
  await synapse?.stop()
  removeDirectories()
})

const play = `---
- name: Say what was asked of the playbook
  hosts: all
  gather_facts: false
  tasks:
    - name: Say the tags
      ansible.builtin.debug:
        msg: "tags {{ ansible_run_tags | sort | join('+') }}, {{ matrix_domain | default('no domain') }}, {{ greeting | default('no greeting') }}"
      tags: [always]
`

/** What counts here of a matrix-docker-ansible-deploy checkout: its recipes, its play, and inventory/, which git ignores. */
function checkoutFiles(): Record<string, string> {
  return {
    justfile:
      'greet name:\n    @echo "the playbook\'s own greeting, {{ name }}"\n\nregister-user username password admin:\n    @echo "the playbook\'s own"\n',
    'setup.yml': play,
    '.gitignore': '/inventory\n',
    'inventory/hosts':
      '[matrix_servers]\nmatrix.example.org ansible_connection=local ansible_become=false ansible_python_interpreter="{{ ansible_playbook_python }}"\n',
  }
}

function hostFile(deployment: string): string {
  return `version: 1\ndomain: example.org\nhost: matrix.example.org\nhomeserver: synapse\nconnection: { kind: local, become: { enabled: false } }\n${deployment}`
}

function native(): string {
  return `deployment: { kind: native, python: ${synapse.python}, config: ${synapse.configPath}, address: "${synapse.url}" }\n`
}

describe('inside a checkout', () => {
  it('registers from inventory/, falls back to the recipes of the playbook, and touches nothing that git tracks', async () => {
    const checkout = makeDirectory(checkoutFiles())
    const git = (...words: string[]) =>
      execa('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...words], { cwd: checkout })
    await git('init', '--quiet')
    await git('add', '--all')
    await git('commit', '--quiet', '--message=playbook')
    const cwd = makeDirectory({ 'registrar.yml': hostFile(native()) })
    expect(await registrar(['generate', '--into', checkout], { cwd })).toMatchObject({ exitCode: 0 })
    expect((await git('status', '--porcelain')).stdout).toBe('')
    const inventory = join(checkout, 'inventory')
    const username = unique('john')
    const { output, exitCode } = await runJust(inventory, ['register-user', username, 'secret-password', 'yes'])
    expect(output).toContain(`Created @${username}:example.org, a server admin.`)
    expect(exitCode).toBe(0)
    expect((await login(synapse.url, username, 'secret-password')).status).toBe(200)
    expect((await runJust(inventory, ['greet', 'Anna'])).output).toContain("the playbook's own greeting, Anna")
    expect(await registrar(['clean', inventory], { cwd })).toMatchObject({ exitCode: 0 })
    expect((await execa('find', [inventory, '-type', 'f'])).stdout).toBe(join(inventory, 'hosts'))
  })
})

describe('beside a checkout', () => {
  const recipes: [string[], string][] = [
    [['install-all'], 'tags ensure-matrix-users-created+install-all+start, example.org, no greeting'],
    [['setup-all', '-e', 'greeting=hello'], 'tags ensure-matrix-users-created+setup-all+start, example.org, hello'],
    [['run', '--tags=start', '-e', 'greeting=hello'], 'tags start, example.org, hello'],
  ]

  it.each(recipes)('just %j runs the play of the checkout against this inventory', async (words, printed) => {
    const checkout = makeDirectory(checkoutFiles())
    const cwd = makeDirectory({
      'registrar.yml': hostFile(`deployment: { kind: playbook, checkout: "${checkout}" }\n`),
    })
    expect(await registrar(['generate'], { cwd })).toMatchObject({ exitCode: 0 })
    const { output, exitCode } = await runJust(cwd, words)
    expect(output).toContain(printed)
    expect(exitCode).toBe(0)
  })
})
