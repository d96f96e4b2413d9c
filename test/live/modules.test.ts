import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { execa } from 'execa'
import type { HostPlan } from '../../generator/plan/host-plan.ts'
import { isReference, settingOverrides } from '../../generator/plan/setting-overrides.ts'
import { version } from '../../generator/version.ts'
import { modules } from '../../generator/render/modules.ts'
import { documentation } from '../../generator/render/role.ts'
import { Jinja, toYaml, type YamlValue } from '../../generator/render/yaml.ts'
import { startDendrite } from '../lab/dendrite.ts'
import type { Homeserver } from '../lab/homeserver.ts'
import { type AnsibleVersion } from '../lab/install.ts'
import { type Mas, startMas } from '../lab/mas.ts'
import { login } from '../lab/matrix-client.ts'
import { startSynapse } from '../lab/synapse.ts'
import { oldestAnsible, usualAnsible } from '../support/ansible-versions.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { isExhaustive } from '../support/exhaustive.ts'
import { withAnsible } from '../support/forked-ansible.ts'
import { evaluated, hostilePasswords, mark } from '../support/hostile-passwords.ts'
import { inParallel } from '../support/in-parallel.ts'
import { clientSecretVariable, masPlan } from '../support/mas-plan.ts'
import { documentedReturns, unlikeDocumentation } from '../support/documented-returns.ts'
import { ownLock } from '../support/own-lock.ts'
import { expectedFate, oneByOne } from '../support/passwords.ts'
import { localPlan } from '../support/plans.ts'

jest.setTimeout(900_000)

ownLock()

const odd = `{{ 7*7 }} $HOME "q" ' \`id\` \\n é [1]`
const root = join(import.meta.dirname, '../..')
const prefix = 'matrix_registrar.accounts.'

interface Result {
  changed: boolean
  failed?: boolean
  msg?: string | string[]
  changes?: string[]
  users?: Record<string, unknown>[]
  token?: string
  tokens?: { token: string }[]
  class?: string
  diff?: { before: Record<string, unknown>; after: Record<string, unknown> }
}

/** The collection as somebody installs it who has nothing else of ours. */
async function installCollection(ansible: AnsibleVersion): Promise<string> {
  const PATH = await withAnsible(ansible)
  const directory = makeDirectory()
  await execa('npm', ['run', '-s', 'collection', directory], { cwd: root, env: { PATH } })
  await execa(
    'ansible-galaxy',
    [
      'collection',
      'install',
      '--offline',
      '-p',
      'collections',
      join(directory, `matrix_registrar-accounts-${version}.tar.gz`),
    ],
    { cwd: directory, env: { PATH } },
  )
  return directory
}

/** How the server of a plan is reached, as options. */
function server(plan: HostPlan): { [key: string]: YamlValue } {
  const settings = Object.entries(settingOverrides(plan)).map(([name, value]): [string, YamlValue] => [
    `${plan.authority}_${name}`,
    isReference(value) && 'env' in value.reference
      ? new Jinja(`lookup('ansible.builtin.env', '${value.reference.env}')`)
      : (value as YamlValue),
  ])
  return { domain: plan.domain, authority: plan.authority, ...Object.fromEntries(settings) }
}

type Task = [module: string, options: { [key: string]: YamlValue }]

/** Each task's result, in a play written by hand; a task that fails does not end it. */
async function play(
  directory: string,
  ansible: AnsibleVersion,
  plan: HostPlan,
  tasks: Task[],
  { check = false, env = {}, vars = {} }: { check?: boolean; env?: Record<string, string>; vars?: YamlValue } = {},
): Promise<{ results: Result[]; output: string }> {
  const names = tasks.map((_, index) => `result_${index}`)
  const reported = makeDirectory()
  const written: { [key: string]: YamlValue } = {
    hosts: 'localhost',
    connection: 'local',
    gather_facts: false,
    vars,
    module_defaults: { [`group/${prefix}accounts`]: server(plan) },
    tasks: [
      ...tasks.map(([module, options], index) => ({
        [prefix + module]: options,
        register: `result_${index}`,
        ignore_errors: true,
      })),
      {
        'ansible.builtin.copy': {
          content: new Jinja(`[${names.join(', ')}] | to_json`),
          dest: join(reported, 'results'),
        },
        check_mode: false,
      },
    ],
  }
  const file = join(makeDirectory({ 'play.yml': `${toYaml([written])}\n` }), 'play.yml')
  const PATH = await withAnsible(ansible)
  const { all } = await execa('ansible-playbook', [file, '--diff', '-vvv', ...(check ? ['--check'] : [])], {
    env: { PATH, PASSWORD: odd, ANSIBLE_COLLECTIONS_PATH: join(directory, 'collections'), ...env },
    all: true,
    reject: false,
  })
  const results = JSON.parse(readFileSync(join(reported, 'results'), 'utf8')) as Result[]
  expect(tasks.flatMap(([module], index) => unlikeDocumentation(module, results[index] ?? {}))).toEqual([])
  return { results, output: all }
}

const password = new Jinja(`lookup('ansible.builtin.env', 'PASSWORD')`)

/** The examples of all modules, as ansible-doc shows them, run one after the other. */
async function runExamples(directory: string, ansible: AnsibleVersion, plan: HostPlan, env: Record<string, string>) {
  const examples = Object.keys(modules).map(
    (name) => /^EXAMPLES = r"""\n([\s\S]*?)"""/m.exec(documentation(name, prefix))?.[1],
  )
  const vars = {
    admin_token: `{{ lookup('ansible.builtin.env', 'ADMIN_TOKEN') }}`,
    ...Object.fromEntries(['john', 'alice', 'ben'].map((name) => [`${name}_password`, 'secret-password'])),
  }
  const head = {
    hosts: 'localhost',
    connection: 'local',
    gather_facts: false,
    vars,
    module_defaults: { [`group/${prefix}accounts`]: server({ ...plan, access: {} }) },
  }
  const tasks = examples
    .join('\n')
    .replaceAll('example.com', plan.domain)
    .replaceAll(/^(?=.)/gm, '    ')
  const play = `- ${toFlow(head)}\n  tasks:\n${tasks}`
  const file = join(makeDirectory({ 'play.yml': play }), 'play.yml')
  const PATH = await withAnsible(ansible)
  return execa('ansible-playbook', [file], {
    env: { PATH, ANSIBLE_COLLECTIONS_PATH: join(directory, 'collections'), ...env },
    all: true,
    reject: false,
  })
}

interface Documented {
  doc: { short_description: string; options: object }
  examples: string
  return: object
}

/** What ansible-doc reads of each module: in the collection, and in the role. */
async function readDocumentation(directory: string, ansible: AnsibleVersion): Promise<Documented[]> {
  const env = { PATH: await withAnsible(ansible), ANSIBLE_COLLECTIONS_PATH: join(directory, 'collections') }
  const names = Object.keys(modules)
  const calls = [names.map((name) => prefix + name), ['-M', join(root, 'roles/matrix_users/library'), ...names]]
  const printed = await Promise.all(calls.map((words) => execa('ansible-doc', ['--json', ...words], { env })))
  return printed.flatMap(({ stdout }) => Object.values(JSON.parse(stdout) as Record<string, Documented>))
}

/** Each key of a mapping on a line of its own, its value as JSON. */
function toFlow(mapping: object): string {
  return Object.entries(mapping)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join('\n  ')
}

afterAll(removeDirectories)

describe.each([
  ['synapse', oldestAnsible],
  ['dendrite', usualAnsible],
] as const)('the modules of the collection on a real %s, with ansible-core %s', (kind, ansible) => {
  let homeserver: Homeserver
  let plan: HostPlan
  let directory: string

  beforeAll(async () => {
    const synapse = kind === 'synapse' ? await startSynapse() : undefined
    homeserver = synapse ?? (await startDendrite())
    plan = localPlan(kind, homeserver, synapse?.python)
    directory = await installCollection(ansible)
    const boss = { username: 'boss', password: 'secret-password', admin: true }
    await play(directory, ansible, plan, [['matrix_user', boss]])
    const token = (await login(homeserver.url, 'boss', 'secret-password')).accessToken ?? ''
    plan = { ...plan, access: { token: { env: 'ADMIN_TOKEN' } } }
    process.env['ADMIN_TOKEN'] = token
  })

  afterAll(async () => {
    delete process.env['ADMIN_TOKEN']
    await homeserver?.stop()
  })

  it('are documented for ansible-doc, in the collection and in the role', async () => {
    const documented = await readDocumentation(directory, ansible)
    expect(documented).toHaveLength(2 * Object.keys(modules).length)
    for (const { doc, examples, return: returned } of documented) {
      expect(Object.keys(doc.options)).toContain('domain')
      expect(examples).toContain('- ')
      expect(Object.keys(returned)).toContain('hint')
    }
  })

  it('create an account with exactly its password, change it, and then have nothing to do', async () => {
    const john = { username: 'john', password, admin: true }
    const { results, output } = await play(directory, ansible, plan, [
      ['matrix_user', john],
      ['matrix_user', { ...john, update_password: 'always' }],
      ['matrix_user', { username: '@john:example.org', admin: false }],
      ['matrix_user', { username: 'john', password: 'another password', update_password: 'always' }],
      ['matrix_user_info', { username: 'john' }],
      ['matrix_user_info', { username: 'nobody' }],
      ['matrix_users', { users: [{ username: 'john' }, { username: 'jane', password }] }],
    ])
    expect(results.map(({ changed, changes }) => [changed, changes])).toEqual([
      [true, ['register-user']],
      [false, []],
      [true, ['demote-admin']],
      [true, ['set-password']],
      [false, undefined],
      [false, undefined],
      [true, undefined],
    ])
    expect(results[0]?.diff).toMatchObject({ before: {}, after: { admin: true, password: 'set', state: 'present' } })
    expect(results[1]?.diff?.before).toEqual(results[1]?.diff?.after)
    expect(results[4]?.users).toMatchObject([{ user_id: '@john:example.org', admin: false }])
    expect(results[5]?.users).toEqual([])
    expect(output).not.toContain('another password')
    for (const part of odd.split(' ').filter((word) => word.length > 4)) expect(output).not.toContain(part)
    expect((await login(homeserver.url, 'jane', odd)).status).toBe(200)
    expect((await login(homeserver.url, 'john', 'another password')).status).toBe(200)
  })

  it('give each hostile password exactly, or refuse it, however the play has it; nothing of it is seen or executed', async () => {
    const ways = ['written', 'variable', 'json', 'task']
    const own = kind === 'synapse' ? 0 : 1
    const given = ways.flatMap((way, index) =>
      (way === 'task' ? hostilePasswords : oneByOne)
        .filter((_, each) => isExhaustive || (each + index) % (way === 'task' ? 8 : 2) === own)
        .map((text, each) => ({ username: `${way}${each}`, password: text })),
    )
    const [written, variable, json, single] = ways.map((way) =>
      given.filter(({ username }) => username.startsWith(way)),
    )
    const file = join(makeDirectory({ 'accounts.json': JSON.stringify(json) }), 'accounts.json')
    const { results, output } = await play(
      directory,
      ansible,
      plan,
      [
        ['matrix_users', { users: written ?? [] }],
        ['matrix_users', { users: new Jinja('accounts') }],
        ['matrix_users', { users: new Jinja(`lookup('ansible.builtin.file', '${file}') | from_json`) }],
        ...(single ?? []).map((account): Task => ['matrix_user', account]),
      ],
      { vars: { accounts: variable ?? [] } },
    )
    const fates = await inParallel(given, 4, async ({ username, password: text }) => {
      const { status } = await login(homeserver.url, username, text)
      return { text, username, isRight: (status === 200) === (expectedFate(text, kind) === 'created') }
    })
    expect(fates.filter(({ isRight }) => !isRight)).toEqual([])
    expect(results.every(({ failed, class: reason }) => !failed || reason?.includes('password'))).toBe(true)
    expect(output).not.toContain(mark)
    expect(existsSync(evaluated)).toBe(false)
  })

  it('refuse what is wrong before anything is touched', async () => {
    const { results } = await play(directory, ansible, plan, [
      ['matrix_user', { username: 'nopassword' }],
      ['matrix_user', { username: '@john:elsewhere.org', password }],
      ['matrix_user', { username: 'x', password: 12345678 }],
      ['matrix_user', { username: 'Ärger', password }],
      ['matrix_user', { username: 'x', password, nonsense: true }],
      ['matrix_user', { username: 'boss', state: 'deactivated' }],
    ])
    expect(results.map(({ failed, changed }) => [failed, changed])).toEqual(results.map(() => [true, false]))
    expect(results.map(({ msg }) => msg)).toEqual([
      expect.stringContaining('no password to create it with'),
      expect.stringContaining('@john:elsewhere.org'),
      expect.stringContaining('password is not text'),
      expect.stringContaining('Ärger'),
      expect.stringContaining('nonsense'),
      expect.stringMatching(/admin by whom|deactivate-user: /),
    ])
  })

  it('only predict with --check', async () => {
    const { results } = await play(
      directory,
      ansible,
      plan,
      [['matrix_user', { username: 'soon', password, display_name: 'Soon' }]],
      { check: true },
    )
    expect(results).toMatchObject([{ changed: true, changes: ['register-user'], diff: { before: {} } }])
    expect((await login(homeserver.url, 'soon', odd)).status).toBe(403)
  })

  if (kind === 'synapse')
    it('do what their examples say', async () => {
      const { all, exitCode } = await runExamples(directory, ansible, plan, {
        ADMIN_TOKEN: process.env['ADMIN_TOKEN'] ?? '',
      })
      expect([all, exitCode]).toEqual([expect.stringMatching(/failed=0/), 0])
      expect((await login(homeserver.url, 'alice', 'secret-password')).status).toBe(200)
    })

  if (kind === 'synapse')
    it('lock, suspend, erase, and manage registration tokens', async () => {
      const pat = { username: 'pat', password, display_name: 'Pat', emails: ['pat@example.org'] }
      const { results } = await play(directory, ansible, plan, [
        ['matrix_user', pat],
        ['matrix_user', { username: 'pat', state: 'suspended' }],
        ['matrix_user', { username: 'pat', state: 'suspended' }],
        ['matrix_user', { username: 'pat', state: 'locked' }],
        ['matrix_user', { username: 'pat', state: 'present' }],
        ['matrix_user', { username: 'pat', state: 'present', display_name: 'Pat', emails: ['Pat@Example.org'] }],
        ['matrix_user', { username: 'pat', state: 'deactivated' }],
        ['matrix_user', { username: 'pat', state: 'deactivated', erase: true }],
        ['matrix_user', { username: 'pat', state: 'deactivated', erase: true }],
        ['matrix_registration_token', { token: 'welcome', uses: '10' }],
        ['matrix_registration_token', { token: 'welcome', uses: '10' }],
        ['matrix_registration_token', { token: 'welcome' }],
        ['matrix_registration_token_info', {}],
        ['matrix_registration_token', { token: 'welcome', state: 'absent' }],
        ['matrix_registration_token', { token: 'welcome', state: 'absent' }],
        ['matrix_registration_token', {}],
        ['matrix_operation', { operation: 'create-registration-token' }],
      ])
      expect(results.filter(({ failed }) => failed)).toEqual([])
      expect(results.map(({ changed }) => changed)).toEqual([
        true,
        true,
        false,
        true,
        true,
        false,
        true,
        true,
        false,
        true,
        false,
        false,
        false,
        true,
        false,
        true,
        true,
      ])
      const made = [9, 10, 11, 13, 15, 16].map((index) => results[index]?.token)
      expect(made).toEqual([
        'welcome',
        'welcome',
        'welcome',
        undefined,
        ...Array(2).fill(expect.stringMatching(/^\S{8,}$/)),
      ])
      expect(results[4]?.changes).toEqual(['unlock-user', 'unsuspend-user'])
      expect(results[12]?.tokens).toContainEqual(expect.objectContaining({ token: 'welcome' }))
    })

  if (kind === 'synapse')
    it('return everything that their documentation says', async () => {
      const tasks: Task[] = [
        ['matrix_operation', { operation: 'show-user', username: 'boss' }],
        ['matrix_operation', { operation: 'list-users' }],
        ['matrix_operation', { operation: 'list-sessions', username: 'boss' }],
        ['matrix_operation', { operation: 'list-registration-tokens' }],
        ['matrix_operation', { operation: 'create-registration-token' }],
        ['matrix_operation', { operation: 'lock-user', username: 'nobody' }],
        ['matrix_user', { username: 'boss', state: 'locked' }],
        [
          'matrix_users',
          {
            users: [
              { username: 'x', password },
              { username: 'y', password, emails: ['y'] },
            ],
          },
        ],
        ['matrix_user_info', { deactivated: true }],
        ['matrix_user_info', { inactive: 'soon' }],
        ['matrix_registration_token', { token: 'other' }],
        ['matrix_registration_token', { token: 'other' }],
        ['matrix_registration_token', { token: 'other', uses: 'some' }],
        ['matrix_registration_token_info', {}],
        ['matrix_registration_token_info', { synapse_admin_token: 'wrong' }],
      ]
      const done = await play(directory, ansible, plan, tasks)
      const checked = await play(directory, ansible, plan, [...tasks, ['matrix_registration_token', { token: 'b' }]], {
        check: true,
      })
      expect(checked.results.at(-1)).toMatchObject({ changed: true, token: 'b' })
      expect(done.results[8]?.users?.every(({ deactivated }) => deactivated)).toBe(true)
      for (const module of Object.keys(modules)) {
        const seen = done.results.flatMap((result, index) => (tasks[index]?.[0] === module ? Object.keys(result) : []))
        expect(seen).toEqual(expect.arrayContaining(Object.keys(documentedReturns(module))))
      }
    })
})

describe('the modules of the collection on MAS', () => {
  let mas: Mas
  let directory: string

  beforeAll(async () => {
    mas = await startMas()
    directory = await installCollection(usualAnsible)
  })

  afterAll(async () => {
    await mas?.stop()
  })

  it('create an account, change it, and then have nothing to do', async () => {
    const plan = masPlan(mas, makeDirectory())
    const john: { [key: string]: YamlValue } = { username: 'john', password, admin: true }
    const { results } = await play(
      directory,
      usualAnsible,
      plan,
      [
        ['matrix_user', john],
        ['matrix_user', john],
        ['matrix_user', { username: 'john', state: 'locked' }],
        ['matrix_user_info', { username: 'john' }],
      ],
      { env: { [clientSecretVariable]: mas.adminApi.clientSecret } },
    )
    expect(results.map(({ changed, changes }) => [changed, changes])).toEqual([
      [true, ['register-user']],
      [false, []],
      [true, ['lock-user']],
      [false, undefined],
    ])
    expect(results[3]?.users).toMatchObject([{ username: 'john', locked: true, admin: true }])
  })
})
