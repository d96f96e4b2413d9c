import { jest } from '@jest/globals'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { refused, taken } from '../support/yaml-kinds.ts'
import { runCommand } from '../support/workspace.ts'

jest.setTimeout(300_000)
afterAll(removeDirectories)

const texts = [...refused, ...taken]
const fileOf = (index: number) => `text-${index}.yml`

/** A file that Ansible cannot load is heard, and the next one is tried. */
const one = [
  {
    block: [{ 'ansible.builtin.include_vars': { file: '{{ item }}', name: 'loaded' } }],
    rescue: [{ 'ansible.builtin.debug': { msg: 'REFUSED {{ item }}' } }],
  },
]

it('Ansible refuses and takes the texts that we say it does', async () => {
  const files = Object.fromEntries(texts.map((text, index) => [fileOf(index), text]))
  const loop = Object.keys(files)
  const play = [
    { hosts: 'localhost', gather_facts: false, tasks: [{ 'ansible.builtin.include_tasks': 'one.yml', loop }] },
  ]
  const root = makeDirectory({ ...files, 'one.yml': JSON.stringify(one), 'play.yml': JSON.stringify(play) })
  const { output } = await runCommand('ansible-playbook', ['-i', 'localhost,', '-c', 'local', 'play.yml'], root, {
    ansible: 'newest',
  })
  const found = texts.filter((_, index) => output.includes(`REFUSED ${fileOf(index)}"`))
  expect(found).toEqual(refused)
})
