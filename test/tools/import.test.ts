import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { registrar } from '../support/cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { operatorsVariables } from '../support/operators-variables.ts'
import { runCommand } from '../support/workspace.ts'

jest.setTimeout(900_000)
afterAll(removeDirectories)

const host = 'matrix.example.com'
const inventory = `[matrix_servers]\n${host} ansible_user=root\n`

/** What Ansible reads of the host in an inventory, without evaluating it. */
async function variablesAt(directory: string, ansible: '2.16' | 'newest'): Promise<Record<string, unknown>> {
  const { output } = await runCommand('ansible-inventory', ['-i', 'inventory/hosts', '--list'], directory, { ansible })
  const { _meta: found } = JSON.parse(output.slice(output.indexOf('\n{') + 1)) as {
    _meta: { hostvars: Record<string, Record<string, unknown>> }
  }
  return found.hostvars[host] ?? {}
}

it.each(['2.16', 'newest'] as const)(
  'what was taken over from a checkout says the same to ansible-core %s as before',
  async (ansible) => {
    const group = 'matrix_ketesa_enabled: true\nmy_own: [1, "{{ matrix_domain }}"]\n'
    const root = makeDirectory({
      'mdad/inventory/hosts': inventory,
      [`mdad/inventory/host_vars/${host}/vars.yml`]: operatorsVariables(),
      'mdad/inventory/group_vars/matrix_servers.yml': group,
    })
    const work = join(root, 'work')
    expect(await registrar(['init', '--from', 'mdad', '--take-over', '--out', 'work'], { cwd: root })).toMatchObject({
      exitCode: 0,
    })
    expect(await registrar(['generate'], { cwd: work })).toMatchObject({ exitCode: 0 })
    const [was, is] = [await variablesAt(join(root, 'mdad'), ansible), await variablesAt(work, ansible)]
    const names = Object.keys(was).filter((name) => !name.startsWith('ansible_'))
    expect(names).toEqual(expect.arrayContaining(['matrix_ketesa_enabled', 'my_own']))
    expect(Object.fromEntries(names.map((name) => [name, is[name]]))).toEqual(
      Object.fromEntries(names.map((name) => [name, was[name]])),
    )
  },
)

it.each(['2.16', 'newest'] as const)(
  'what was imported says the same to ansible-core %s as before',
  async (ansible) => {
    const before = makeDirectory({
      'inventory/hosts': inventory,
      [`inventory/host_vars/${host}/vars.yml`]: operatorsVariables(),
    })
    const after = makeDirectory()
    expect(operatorsVariables().split('\n').length).toBeGreaterThanOrEqual(400)
    expect(await registrar(['import', `${before}/inventory/host_vars/${host}/vars.yml`], { cwd: after })).toMatchObject(
      { exitCode: 0 },
    )
    expect(await registrar(['generate'], { cwd: after })).toMatchObject({ exitCode: 0 })
    const [was, is] = [await variablesAt(before, ansible), await variablesAt(after, ansible)]
    const names = Object.keys(was).filter((name) => !name.startsWith('ansible_'))
    expect(names.length).toBeGreaterThan(100)
    expect(Object.fromEntries(names.map((name) => [name, is[name]]))).toEqual(
      Object.fromEntries(names.map((name) => [name, was[name]])),
    )
    const kept = readFileSync(join(after, `inventory/host_vars/${host}/kept.yml`), 'utf8')
    const comments = (text: string) =>
      text.split('\n').flatMap((line) => /^\s*(#.*)$|^\S.* (# .*)$/.exec(line)?.slice(1).find(Boolean) ?? [])
    const moved = comments(readFileSync(join(after, 'registrar.yml'), 'utf8')).slice(1)
    expect([...comments(kept), ...moved].sort()).toEqual(comments(operatorsVariables()).sort())
  },
)
