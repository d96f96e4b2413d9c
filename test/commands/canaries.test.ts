import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { canary, plant, type Spot } from '../support/canaries.ts'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, readTree, removeDirectories } from '../support/directory.ts'
import { isExhaustive } from '../support/exhaustive.ts'
import { withoutAnsible } from '../support/without-ansible.ts'

jest.setTimeout(900_000)
afterAll(removeDirectories)

const fixtures = join(import.meta.dirname, '../fixtures/variables/operators')
const host = 'matrix.example.com'
const spots: Spot[] = ['start', 'middle', 'end']
const hosts = `[matrix_servers]\n${host} ansible_user=root ansible_sudo_pass='Xk7Canary9990q "x"' ansible_ssh_common_args='-o Xk7Canary9991q'\n`
const indented = (text: string) => text.replaceAll(/^(?=.)/gm, '          ')

/** Where operators have variables, and the file of the inventory. */
const layouts: ((text: string) => Record<string, string>)[] = [
  (text) => ({ hosts, [`host_vars/${host}/vars.yml`]: text }),
  (text) => ({ hosts, [`host_vars/${host}.yml`]: text }),
  (text) => ({ hosts, 'group_vars/all.yml': text }),
  (text) => ({
    'hosts.yml': `matrix_servers:\n  hosts:\n    ${host}:\n      ansible_user: root\n  vars:\n${indented(text)}`,
  }),
  (text) => ({ hosts, 'group_vars/matrix_servers/a.yaml': text, [`host_vars/${host}/sub/deep`]: text }),
]

const names = readdirSync(fixtures).sort()
const cases = names.flatMap((name, index) =>
  spots
    .filter((_, at) => isExhaustive || at === index % spots.length)
    .map((spot) => [name.replace('.yml', ''), spot, layouts[index % layouts.length] ?? layouts[0]] as const),
)

it('has 30 files of operators', () => expect(names).toHaveLength(30))

describe.each(cases)('of %s with a canary at the %s of every string', (name, spot, layout) => {
  const { text, canaries } = plant(readFileSync(join(fixtures, `${name}.yml`), 'utf8'), spot)

  it('take-over leaves all of them in the files that are kept', async () => {
    const files = Object.entries(layout?.(text) ?? {}).map(([path, content]) => [`mdad/inventory/${path}`, content])
    const root = makeDirectory({ 'mdad/setup.yml': '', 'work/.git/HEAD': '', ...Object.fromEntries(files) })
    const words = [
      'init',
      '--from',
      'mdad',
      '--take-over',
      '--homeserver',
      name === 'dendrite' ? name : 'synapse',
      '--out',
      'work',
    ]
    const taken = await registrar(words, { cwd: root, env: withoutAnsible })
    expect(taken).toMatchObject({ exitCode: 0 })
    const kept = Object.keys(readTree(join(root, 'work/inventory'))).map((path) => `inventory/${path}`)
    const generated = await registrar(['generate'], { cwd: join(root, 'work'), env: withoutAnsible })
    expect(generated).toMatchObject({ exitCode: 0 })
    expectKept(join(root, 'work'), kept, canaries)
    for (const { stdout, stderr } of [taken, generated]) expect(stdout + stderr).not.toMatch(canary)
  })

  it('import does so, too', async () => {
    const root = makeDirectory({ 'vars.yml': text, 'work/.git/HEAD': '' })
    chmodSync(join(root, 'vars.yml'), 0o640)
    const imported = await registrar(['import', 'vars.yml', '--out', 'work'], { cwd: root })
    expect(imported).toMatchObject({ exitCode: 0 })
    const kept = `inventory/host_vars/${host}/kept.yml`
    expectKept(join(root, 'work'), [kept], canaries)
    expect(statSync(join(root, 'work', kept)).mode & 0o777).toBe(0o640)
    expect(imported.stdout + imported.stderr).not.toMatch(canary)
  })
})

/** No canary is elsewhere, none is lost, and what has them is neither for others nor for git. */
function expectKept(root: string, kept: string[], canaries: string[]): void {
  const tree = Object.entries(readTree(root))
  for (const [path, text] of tree) if (!kept.includes(path)) expect([path, text.match(canary)]).toEqual([path, null])
  const all = tree.map(([, text]) => text).join('')
  expect(canaries.filter((each) => !all.includes(each))).toEqual([])
  const ignored = readFileSync(join(root, '.gitignore'), 'utf8').split('\n')
  for (const path of kept) {
    expect(ignored).toContain(`/${path}`)
    expect(statSync(join(root, path)).mode & 0o007).toBe(0)
  }
}
