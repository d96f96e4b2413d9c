import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { execa } from 'execa'
import { poll } from '../lab/poll.ts'
import { differingAnsibles } from '../support/ansible-versions.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { forkedAnsible } from '../support/forked-ansible.ts'
import { runCommand } from '../support/workspace.ts'

jest.setTimeout(300_000)
afterAll(removeDirectories)

const play = `
- hosts: localhost
  gather_facts: false
  tasks:
    - ansible.builtin.assert:
        that: lookup('ansible.builtin.env', 'GIVEN') != 'bad'
    - ansible.builtin.debug:
        msg: "{{ [lookup('ansible.builtin.env', 'GIVEN'), lookup('ansible.builtin.pipe', 'pwd')] }}"
    - ansible.builtin.shell: printf %s "$GIVEN"
`

const runs: Record<string, { words: string[]; given: string; exitCode: number }> = {
  'that succeeds': { words: ['play.yml', '-v'], given: 'é {{ 1 }}\n"', exitCode: 0 },
  'that is only predicted': { words: ['play.yml', '--check'], given: 'x', exitCode: 0 },
  'that fails': { words: ['play.yml'], given: 'bad', exitCode: 2 },
  'that is not there': { words: ['no-play.yml'], given: '', exitCode: 1 },
  'with an option that there is not': { words: ['play.yml', '--no-such'], given: '', exitCode: 2 },
}

it.each(differingAnsibles)(
  'a play of ansible-core %s sees, says and ends the same in a fork as alone',
  async (ansible) => {
    const root = makeDirectory({ 'play.yml': play })
    const run = ({ words, given }: { words: string[]; given: string }, alone: boolean) =>
      runCommand('ansible-playbook', words, root, { ansible, alone, env: { GIVEN: given } })
    const forked = await Promise.all(Object.values(runs).map((each) => run(each, false)))
    for (const [index, [name, each]] of Object.entries(runs).entries()) {
      const alone = await run(each, true)
      expect({ name, ...alone }).toMatchObject({ name, exitCode: each.exitCode })
      expect({ name, ...forked[index], output: timeless(forked[index]?.output) }).toEqual({
        name,
        ...alone,
        output: timeless(alone.output),
      })
    }
  },
)

const endless = `
- hosts: localhost
  gather_facts: false
  tasks:
    - ansible.builtin.shell: echo $$ > pid; exec sleep 1000
`

it.each(differingAnsibles)('a play of ansible-core %s ends when who asked for it is killed', async (ansible) => {
  const cwd = makeDirectory({ 'play.yml': endless })
  const command = join(await forkedAnsible(ansible), 'ansible-playbook')
  const client = execa(command, ['play.yml'], { cwd, reject: false, stdin: 'ignore' })
  const readPid = () => Promise.resolve(Number(readFileSync(join(cwd, 'pid'), 'utf8')))
  const pid = await poll(readPid, { what: 'the task', timeout: 120_000 })
  try {
    client.kill('SIGKILL')
    await poll(() => Promise.resolve(!isRunning(pid)), { what: 'the end of the task', timeout: 60_000 })
  } finally {
    if (isRunning(pid)) process.kill(pid)
  }
})

/** One that has ended, and nobody has asked how, has no command line. */
function isRunning(pid: number): boolean {
  const path = `/proc/${pid}/cmdline`
  return existsSync(path) && readFileSync(path, 'utf8') !== ''
}

/** Without what the clock says. */
const timeless = (output = '') => output.replaceAll(/"(delta|start|end)": "[^"]*"/g, '')
