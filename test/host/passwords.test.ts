import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { failures } from '../../generator/operations/failures.ts'
import type { Homeserver } from '../../generator/plan/host-plan.ts'
import { type LabHost, startHost } from '../lab/host.ts'
import type { AnsibleVersion } from '../lab/install.ts'
import { watchCommandLines } from '../support/command-lines.ts'
import { inParallel } from '../support/in-parallel.ts'
import { labEnvironment, labPlan } from '../support/lab-workspace.ts'
import { type Account, expectExact, expectUnseen, inBulk, oneByOne, type Registered } from '../support/password-bars.ts'
import { type Fate, givenToRecipe } from '../support/passwords.ts'
import { makeWorkspace, runAnsible, runJust } from '../support/workspace.ts'

jest.setTimeout(3_600_000)

const versions: AnsibleVersion[] = ['2.16', 'newest']
const homeservers: Homeserver[] = ['synapse', 'dendrite']
const roots: string[] = []
const outputs: string[] = []
let host: LabHost

beforeAll(async () => {
  host = await startHost()
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

it.each(homeservers)(
  '%s gets each password exactly, or it is refused beforehand by a rule; nothing of it is seen or executed',
  async (homeserver) => {
    const watcher = await watchCommandLines(host)
    const registered = [...(await registerOneByOne(homeserver)), ...(await registerInLoops(homeserver))]
    const commandLines = await watcher.stop()
    console.log(`${homeserver}: ${await expectExact(registered, homeserver, host)}`)
    await expectUnseen(
      registered.map(({ password }) => password),
      host,
      { commandLines, outputs },
    )
  },
)

/** Each through just, on the oldest and on the newest Ansible. */
async function registerOneByOne(homeserver: Homeserver): Promise<Registered[]> {
  const root = workspace(homeserver)
  const accounts = versions.flatMap((ansible) =>
    oneByOne.map((password, index) => ({ ansible, password, username: `just-${ansible}-${index}` })),
  )
  return inParallel(accounts, 4, async ({ ansible, password, username }) => {
    const { word, env } = givenToRecipe(password)
    const { output } = await runJust(root, ['register-user', username, word], {
      ansible,
      env: { ...labEnvironment(host), ...env },
    })
    outputs.push(output)
    return { username, password, fate: fateIn(output) }
  })
}

function fateIn(output: string): string {
  if (output.includes('was registered as')) return 'created'
  const [fate] =
    Object.entries({ ...failures, password_missing: { message: 'No password was given' } }).find(([, { message }]) =>
      output.includes(longestPart(message)),
    ) ?? []
  return fate ?? output
}

function longestPart(message: string): string {
  return message.split(/%\(\w+\)s/).sort((a, b) => b.length - a.length)[0] ?? message
}

/** The role's own leaf task, looped; half of the accounts on the oldest Ansible, half on the newest. */
async function registerInLoops(homeserver: Homeserver): Promise<Registered[]> {
  const accounts = inBulk.map((password, index) => ({ username: `loop-${index}`, password }))
  const chunks = Array.from({ length: 8 }, (_, chunk) => accounts.filter((_account, index) => index % 8 === chunk))
  const fates = await inParallel(chunks, 4, (chunk, index) =>
    registerLooped(homeserver, chunk, versions[index % 2] ?? '2.16'),
  )
  return chunks.flatMap((chunk, index) =>
    chunk.map((account, at) => ({ ...account, fate: fates[index]?.[at] ?? 'not answered' })),
  )
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

const fates: Record<string, Fate> = {
  'register/done': 'created',
  'password/too_short': 'password_too_short',
  'password/too_long': 'password_too_long',
  'password/empty': 'password_missing',
}

async function registerLooped(homeserver: Homeserver, accounts: Account[], ansible: AnsibleVersion): Promise<string[]> {
  const root = workspace(homeserver)
  const secret = accounts.map(({ username, password }) => ({
    username,
    base64: Buffer.from(password).toString('base64'),
  }))
  await mkdir(join(root, 'files'))
  await writeFile(join(root, 'files/accounts.json'), JSON.stringify(secret), { mode: 0o600 })
  await writeFile(join(root, 'loop.yml'), loop)
  await writeFile(join(root, 'one.yml'), one)
  const { output } = await runAnsible(root, ['-i', 'inventory/hosts', 'loop.yml'], {
    ansible,
    env: labEnvironment(host),
  })
  outputs.push(output)
  const answers = JSON.parse(
    await readFile(join(root, 'answers.json'), 'utf8').catch(() => Promise.reject(new Error(output))),
  ) as string[]
  return answers.map((sign) => fates[sign] ?? sign)
}
