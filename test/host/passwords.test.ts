import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { failures } from '../../generator/operations/failures.ts'
import type { Homeserver } from '../../generator/plan/host-plan.ts'
import { type LabHost, startHost } from '../lab/host.ts'
import type { AnsibleVersion } from '../lab/install.ts'
import { login } from '../lab/matrix-client.ts'
import { commandLinesWith, watchCommandLines } from '../support/command-lines.ts'
import { inParallel } from '../support/in-parallel.ts'
import { homeserverUrl, labEnvironment, labPlan } from '../support/lab-workspace.ts'
import { expectedFate, type Fate, ordinary, random } from '../support/passwords.ts'
import { makeWorkspace, runAnsible, runJust } from '../support/workspace.ts'

jest.setTimeout(3_600_000)

interface Account {
  username: string
  password: string
}

interface Registered extends Account {
  fate: string
}

const oneByOne = [...ordinary, ...random.slice(0, 25)]
const looped = [...random.slice(25), ...[...ordinary, ...random].map((password) => `pw-12345-${password}`)]
const versions: AnsibleVersion[] = ['2.16', 'newest']
const homeservers: Homeserver[] = ['synapse', 'dendrite']
const roots: string[] = []
const outputs: string[] = []
let host: LabHost

beforeAll(async () => {
  host = await startHost({ bcryptRounds: 4 })
})

afterAll(async () => {
  await host?.stop()
  for (const root of roots) await rm(root, { recursive: true })
})

function workspace(homeserver: Homeserver): string {
  const root = makeWorkspace([labPlan(host, homeserver)])
  roots.push(root)
  return root
}

it.each(homeservers)('%s gets each password exactly, or it is refused beforehand by a rule; nothing of it is seen or executed', async (homeserver) => {
  const watcher = await watchCommandLines(host)
  const registered = [...(await registerOneByOne(homeserver)), ...(await registerInLoops(homeserver))]
  const commandLines = await watcher.stop()
  const wrong = await inParallel(registered, 8, (account) => whatIsWrong(account, homeserver))
  expect(wrong.filter(Boolean)).toEqual([])
  console.log(`${homeserver}: ${tally(registered.map(({ fate }) => fate))}`)

  const secrets = [...new Set(registered.map(({ password }) => password).filter((password) => Buffer.byteLength(password) > 5 && !tooCommon.test(password)))]
  expect(commandLinesWith([...secrets, host.synapseSharedSecret, host.dendriteSharedSecret, host.databasePassword], commandLines)).toEqual([])
  const output = outputs.join('\n')
  expect(secrets.filter((secret) => output.includes(secret) || output.includes(escaped(secret)))).toEqual([])
  const left = `${await host.journal()}\n${await host.shell('find /root /tmp /var/tmp /home -type f -newer /matrix/synapse/config/homeserver.yaml -exec cat {} + 2>/dev/null || true')}`
  expect(secrets.filter((secret) => left.includes(secret))).toEqual([])
  expect(existsSync('/tmp/PWN')).toBe(false)
  expect(await host.shell('for root in / /proc/[0-9]*/root/; do if [ -e $root/tmp/PWN ]; then echo $root; fi; done')).toBe('')
})

/** Words of the fixture that stand in command lines by themselves. */
const tooCommon = /^(--help|plain|pw admin=yes|p admin=no|x username=\w+|secret-password)$/

const escaped = (text: string) => JSON.stringify(text).slice(1, -1)

/** Each through just, on the oldest and on the newest Ansible. */
async function registerOneByOne(homeserver: Homeserver): Promise<Registered[]> {
  const root = workspace(homeserver)
  const accounts = versions.flatMap((ansible) => oneByOne.map((password, index) => ({ ansible, password, username: `just-${ansible}-${index}` })))
  return inParallel(accounts, 4, async ({ ansible, password, username }) => {
    const { output } = await runJust(root, ['register-user', username, password], { ansible, env: labEnvironment(host) })
    outputs.push(output)
    return { username, password, fate: fateIn(output) }
  })
}

function fateIn(output: string): string {
  if (output.includes('was registered as')) return 'created'
  const [fate] = Object.entries({ ...failures, password_missing: { message: 'No password was given' } }).find(([, { message }]) => output.includes(longestPart(message))) ?? []
  return fate ?? output
}

function longestPart(message: string): string {
  return message.split(/%\(\w+\)s/).sort((a, b) => b.length - a.length)[0] ?? message
}

/** The role's own leaf task, looped; half of the accounts on the oldest Ansible, half on the newest. */
async function registerInLoops(homeserver: Homeserver): Promise<Registered[]> {
  const accounts = looped.map((password, index) => ({ username: `loop-${index}`, password }))
  const chunks = Array.from({ length: 8 }, (_, chunk) => accounts.filter((_account, index) => index % 8 === chunk))
  const fates = await inParallel(chunks, 4, (chunk, index) => registerLooped(homeserver, chunk, versions[index % 2] ?? '2.16'))
  return chunks.flatMap((chunk, index) => chunk.map((account, at) => ({ ...account, fate: fates[index]?.[at] ?? 'not answered' })))
}

const loop = `---
- name: Register many, one after the other
  hosts: all
  gather_facts: false
  vars:
    ansible_pipelining: true
  tasks:
    - name: Register one
      ansible.builtin.include_tasks: one.yml
      loop: "{{ lookup('ansible.builtin.file', 'accounts.json') | from_json }}"
      loop_control:
        loop_var: account
        label: one
    - name: Keep the answers
      ansible.builtin.copy:
        content: "{{ answers | to_json }}"
        dest: "{{ playbook_dir }}/answers.json"
        mode: "0600"
      delegate_to: localhost
      vars:
        ansible_connection: local
        ansible_python_interpreter: "{{ ansible_playbook_python }}"
`

const one = `---
- name: Register it
  ansible.builtin.include_role:
    name: matrix_users
    tasks_from: register_user_{{ matrix_users_homeserver }}.yml
    rolespec_validate: false
  vars:
    matrix_users_username: "{{ account.username }}"
    matrix_users_password: "{{ account.base64 | b64decode }}"
- name: Keep the answer
  ansible.builtin.set_fact:
    answers: "{{ answers | default([]) + [(__matrix_users_answer.stdout | from_json).results[0].signs[0]] }}"
`

const fates: Record<string, Fate> = { 'register/200': 'created', 'password/too_short': 'password_too_short', 'password/too_long': 'password_too_long', 'password/empty': 'password_missing' }

async function registerLooped(homeserver: Homeserver, accounts: Account[], ansible: AnsibleVersion): Promise<string[]> {
  const root = workspace(homeserver)
  const secret = accounts.map(({ username, password }) => ({ username, base64: Buffer.from(password).toString('base64') }))
  await mkdir(join(root, 'files'))
  await writeFile(join(root, 'files/accounts.json'), JSON.stringify(secret), { mode: 0o600 })
  await writeFile(join(root, 'loop.yml'), loop)
  await writeFile(join(root, 'one.yml'), one)
  const { output } = await runAnsible(root, ['-i', 'inventory/hosts', 'loop.yml'], { ansible, env: labEnvironment(host) })
  outputs.push(output)
  const answers = JSON.parse(await readFile(join(root, 'answers.json'), 'utf8').catch(() => Promise.reject(new Error(output)))) as string[]
  return answers.map((sign) => fates[sign] ?? sign)
}

/** What a password's fate or its login contradicts, or nothing. */
async function whatIsWrong({ username, password, fate }: Registered, homeserver: Homeserver): Promise<object | undefined> {
  const expected = expectedFate(password, homeserver)
  const { status } = await login(homeserverUrl(host, homeserver), username, password)
  const right = fate === expected && (status === 200) === (fate === 'created')
  return right ? undefined : { username, password, fate, expected, status }
}

function tally(values: string[]): string {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => `${count} ${value}`).join(', ')
}
