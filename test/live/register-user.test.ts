import { jest } from '@jest/globals'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { failures } from '../../generator/operations/failures.ts'
import { startDendrite } from '../lab/dendrite.ts'
import type { Homeserver } from '../lab/homeserver.ts'
import { ansibleVersions } from '../lab/install.ts'
import { devices, isAdmin, login, whoami } from '../lab/matrix-client.ts'
import { startSynapse } from '../lab/synapse.ts'
import { differingAnsibles, usualAnsible } from '../support/ansible-versions.ts'
import { filesWith, keptIn } from '../support/ansible-logs.ts'
import { makeDirectory, readTree, removeDirectories } from '../support/directory.ts'
import { localPlan } from '../support/plans.ts'
import { makeWorkspace, runAnsible, runJust } from '../support/workspace.ts'

jest.setTimeout(900_000)

const password = 'correct horse {{ 7*7 }} $HOME "q" \' `id`'

describe.each(['synapse', 'dendrite'] as const)('registering on a real %s', (kind) => {
  let server: Homeserver
  let root: string

  beforeAll(async () => {
    const synapse = kind === 'synapse' ? await startSynapse() : undefined
    server = synapse ?? (await startDendrite())
    root = makeWorkspace([localPlan(kind, server, synapse?.python)])
  })

  afterAll(async () => {
    await server?.stop()
    if (root) await rm(root, { recursive: true })
    removeDirectories()
  })

  const register = (words: string[], options = {}) => runJust(root, ['register-user', ...words], options)

  it.each(kind === 'synapse' ? ansibleVersions : [usualAnsible])(
    'creates the account with exactly the password that was typed, on ansible-core %s',
    async (ansible) => {
      const username = `john-${ansible}`
      const { exitCode, output, changed } = await register([username, password, 'yes'], { ansible, alone: true })
      expect(output).toContain(`Created @${username}:example.org, a server admin.`)
      expect({ exitCode, changed }).toEqual({ exitCode: 0, changed: 1 })
      const session = await login(server.url, username, password)
      expect(session.status).toBe(200)
      expect(await whoami(server.url, session.accessToken ?? '')).toBe(`@${username}:example.org`)
    },
  )

  it('makes an ordinary user of whoever is not declared an admin, leaves no session, and reports what is still worth doing', async () => {
    const { output } = await register(['plain', password])
    expect(output).toContain('Created @plain:example.org, an ordinary user.')
    expect(output).toContain('Sign in with any Matrix client')
    expect(output.match(/check-discovery/g)).toHaveLength(1)
    const { accessToken = '' } = await login(server.url, 'plain', password)
    expect(await devices(server.url, accessToken)).toHaveLength(1)
    if (kind === 'synapse') expect(await isAdmin(server.url, accessToken, '@plain:example.org')).toBe(false)
  })

  it('leaves an account alone that exists, and says so', async () => {
    await register(['twice', password])
    const { exitCode, output, changed } = await register(['twice', 'another-password', 'yes'])
    expect({ exitCode, changed }).toEqual({ exitCode: 0, changed: 0 })
    expect(output).toContain('@twice:example.org already exists; nothing was changed.')
    expect((await login(server.url, 'twice', password)).status).toBe(200)
  })

  it.each(kind === 'synapse' ? differingAnsibles : [usualAnsible])(
    'predicts under --check without touching anything, on ansible-core %s',
    async (ansible) => {
      const username = `check-${ansible}`
      const absent = await register([username, password, 'no', '--check'], { ansible })
      expect(absent.output).toContain(`Would create @${username}:example.org, an ordinary user.`)
      expect(absent.changed).toBe(1)
      expect((await login(server.url, username, password)).status).toBe(403)
      const present = await register(['plain', password, 'no', '--check'], { ansible })
      expect(present.output).toContain('already exists; nothing would change.')
      expect(present.changed).toBe(0)
    },
  )

  if (kind === 'dendrite') return // the rest is done before the homeserver is known

  it('takes the password from the environment when it is -', async () => {
    const { exitCode } = await register(['from-env', '-', 'yes'], { env: { MATRIX_PASSWORD: password } })
    expect(exitCode).toBe(0)
    expect((await login(server.url, 'from-env', password)).status).toBe(200)
  })

  it('makes passwords that work, each in a file that it names, and in no output, log or other file', async () => {
    const logs = makeDirectory()
    const file = join(root, 'passwords/example.org/made.txt')
    const generated = (...words: string[]) => runJust(root, words, { env: keptIn(logs) })
    const predicted = await generated('register-user-generated', 'made', 'no', '--check')
    expect([predicted.exitCode, existsSync(join(root, 'passwords'))]).toEqual([0, false])
    for (const words of [
      ['register-user-generated', 'made'],
      ['set-password-generated', 'made', '--extra-vars=matrix_users_keep_sessions=yes'],
    ]) {
      const { output } = await generated(...words)
      expect(output).toContain(`The password of @made:example.org is in ${file}, which only you can read.`)
      const made = readFileSync(file, 'utf8').trim()
      expect([made.length, statSync(file).mode & 0o777]).toEqual([24, 0o600])
      expect((await login(server.url, 'made', made)).status).toBe(200)
      expect([output.includes(made), filesWith(made, root, logs)]).toEqual([false, [file]])
    }
    expect(Object.keys(readTree(logs)).map((path) => path.split('/')[0])).toEqual(
      expect.arrayContaining(['ansible.log', 'junit', 'tree']),
    )
    const kept = readTree(join(root, 'passwords/example.org'))
    expect(kept['.gitignore']).toBe('*\n')
    const again = await generated('register-user-generated', 'made')
    expect([again.exitCode, again.output.includes('The password of')]).toEqual([0, false])
    expect(readTree(join(root, 'passwords/example.org'))).toEqual(kept)
  })

  it("works verbatim as the playbook's own command line", async () => {
    const words = [
      '-i',
      'inventory/hosts',
      'setup.yml',
      '--extra-vars=username=verbatim password=secret-password admin=yes',
      '--tags=register-user',
    ]
    expect((await runAnsible(root, words)).exitCode).toBe(0)
    expect((await login(server.url, 'verbatim', 'secret-password')).status).toBe(200)
  })

  it('takes JSON with a boolean, and the password from the environment', async () => {
    const words = [
      '-i',
      'inventory/hosts',
      'setup.yml',
      '-e',
      '{"username": "json", "admin": true}',
      '--tags=register-user',
    ]
    const { output } = await runAnsible(root, words, { env: { MATRIX_PASSWORD: password } })
    expect(output).toContain('Created @json:example.org, a server admin.')
    expect((await login(server.url, 'json', password)).status).toBe(200)
  })

  it('does nothing without a tag, and says so', async () => {
    const { exitCode, changed } = await runAnsible(root, [
      '-i',
      'inventory/hosts',
      'setup.yml',
      '-e',
      'username=untagged password=secret-password',
    ])
    expect(exitCode).toBe(2)
    expect(changed).toBeLessThanOrEqual(0)
    expect((await login(server.url, 'untagged', 'secret-password')).status).toBe(403)
  })

  it("accepts the whole user ID when its domain is the host's", async () => {
    expect((await register(['@whole:example.org', password])).exitCode).toBe(0)
    expect((await login(server.url, 'whole', password)).status).toBe(200)
  })

  const refusals: [string, string[], string][] = [
    ['a user ID of another domain', ['@john:example.com', password], 'is not an account of example.org'],
    ['upper case', ['John', password], 'cannot be a username on this server'],
    ['a leading underscore', ['_john', password], 'cannot be a username on this server'],
    ['a username that is too long', ['x'.repeat(250), password], 'cannot be a username on this server'],
    ['an admin word that is neither yes nor no', ['john', password, 'maybe'], 'which is neither yes nor no'],
    ['an option in the place of admin', ['john', password, '--check'], 'options come after it'],
    ['a password of more than 72 bytes', ['john', 'é'.repeat(37)], 'has 74 bytes'],
  ]

  it.each(refusals)('refuses %s before anything is touched', async (_what, words, message) => {
    const { exitCode, output, changed } = await register(words)
    expect(output.replaceAll('\\"', '"')).toContain(message)
    expect(exitCode).not.toBe(0)
    expect(changed).toBeLessThanOrEqual(0)
  })

  it('refuses to ask for a password without a terminal', async () => {
    const { exitCode, output } = await register(['john'])
    expect(exitCode).toBe(2)
    expect(output).toContain('there is no terminal to ask on')
  })

  it('refuses a value that Ansible has cut at a space', async () => {
    const words = [
      '-i',
      'inventory/hosts',
      'setup.yml',
      '--extra-vars=username=cut password=correct horse',
      '--tags=register-user',
    ]
    const { exitCode, output } = await runAnsible(root, words)
    expect(exitCode).not.toBe(0)
    expect(output).toContain('contains a space')
    expect((await login(server.url, 'cut', 'correct')).status).toBe(403)
  })

  it('refuses a password that JSON made a number of', async () => {
    const words = [
      '-i',
      'inventory/hosts',
      'setup.yml',
      '-e',
      '{"username": "number", "password": 12345678}',
      '--tags=register-user',
    ]
    expect((await runAnsible(root, words)).output).toContain(failures.password_not_text.message)
  })

  it.each([
    ['username', '{"username": 7, "password": "secret-password"}'],
    ['display_name', '{"username": "text", "password": "secret-password", "matrix_users_display_name": true}'],
    ['kind', '{username: text, password: secret-password, matrix_users_kind: 2027-01-31}'],
  ])('refuses a %s that JSON or YAML made something else of', async (name, given) => {
    const words = ['-i', 'inventory/hosts', 'setup.yml', '-e', given, '--tags=register-user']
    expect((await runAnsible(root, words)).output).toContain(`${name} is not text`)
    expect((await login(server.url, 'text', 'secret-password')).status).toBe(403)
  })

  it('explains a server that does not answer', async () => {
    await server.halt()
    try {
      const { exitCode, output } = await register(['john', password], { env: { ANSIBLE_NOCOLOR: '1' } })
      expect(exitCode).not.toBe(0)
      expect(output).toMatch(/does not answer|There is no matrix-/)
    } finally {
      await server.resume()
    }
  })

  it('shows no password at -vvv that it refuses', async () => {
    const { output } = await register(['loud', 'é'.repeat(37) + password, 'no', '-vvv'])
    expect(output).toContain('bytes')
    for (const secret of ['correct horse', 'ééééé', server.sharedSecret]) expect(output).not.toContain(secret)
  })
})

it('a homeserver that has no way to manage accounts is a failure that says so', async () => {
  const root = makeWorkspace([localPlan('synapse', { url: 'http://127.0.0.1:1', configPath: '/nonexistent' })])
  const { exitCode, output } = await runJust(root, [
    'register-user',
    'john',
    password,
    'no',
    '-e',
    'matrix_users_homeserver=conduit',
  ])
  expect(exitCode).not.toBe(0)
  expect(output).toContain('Accounts cannot be managed on conduit')
  await rm(root, { recursive: true })
})
