import { jest } from '@jest/globals'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { startDendrite } from '../lab/dendrite.ts'
import type { Homeserver } from '../lab/homeserver.ts'
import { devices, isAdmin, login } from '../lab/matrix-client.ts'
import { startSynapse } from '../lab/synapse.ts'
import { registrar } from '../support/cli.ts'
import { hostFile } from '../support/host-file.ts'
import { localPlan } from '../support/plans.ts'

jest.setTimeout(900_000)

const password = 'correct horse {{ 7*7 }} $HOME "q" \' `id` \\ é'

describe.each(['synapse', 'dendrite'] as const)('registrar on a real %s', (kind) => {
  let server: Homeserver
  let python: string | undefined
  let cwd: string

  beforeAll(async () => {
    const synapse = kind === 'synapse' ? await startSynapse() : undefined
    server = synapse ?? (await startDendrite())
    python = synapse?.python
    cwd = makeDirectory({ 'registrar.yml': hostFile(localPlan(kind, server, python)) })
  })

  afterAll(async () => {
    await server?.stop()
    removeDirectories()
  })

  const register = (
    words: string[],
    {
      env = { MATRIX_PASSWORD: password } as Record<string, string>,
      input,
    }: { env?: Record<string, string>; input?: string } = {},
  ) => registrar(['register-user', ...words], { cwd, env, ...(input === undefined ? {} : { input }) })

  it('creates the account with exactly the password that was given, and leaves no session', async () => {
    const { exitCode, stdout, stderr } = await register(['john', '--admin'])
    expect(stdout).toBe('Created @john:example.org, a server admin.\n')
    expect(stderr).toContain('Sign in with any Matrix client')
    expect(exitCode).toBe(0)
    const { status, accessToken = '' } = await login(server.url, 'john', password)
    expect(status).toBe(200)
    expect(await devices(server.url, accessToken)).toHaveLength(1)
    if (kind === 'synapse') expect(await isAdmin(server.url, accessToken, '@john:example.org')).toBe(true)
  })

  it('leaves an account alone that exists; --fail-if-exists says so with exit code 1', async () => {
    await register(['twice'])
    const again = await register(['twice', '--json'], { env: { MATRIX_PASSWORD: 'another-password' } })
    expect(JSON.parse(again.stdout)).toMatchObject({ outcome: 'exists', changed: false, user_id: '@twice:example.org' })
    expect(again.exitCode).toBe(0)
    expect((await register(['twice', '--fail-if-exists'])).exitCode).toBe(1)
    expect((await login(server.url, 'twice', password)).status).toBe(200)
  })

  it('shows the requests with --verbose, without the password, and says nothing more with --quiet', async () => {
    const seen = await register(['seen', '--verbose', '--generate-password'])
    const made = /^Password of .*: (.*)$/m.exec(seen.stdout)?.[1] ?? ''
    expect(seen.stderr).toMatch(/^POST \/_synapse\/admin\/v1\/register$/m)
    expect(made).not.toBe('')
    expect(seen.stderr).not.toContain(made)
    expect(await register(['unsaid', '--quiet'])).toEqual({ exitCode: 0, stdout: '', stderr: '' })
  })

  it('makes the first admin of a host file whose access is by a token that only this admin can get', async () => {
    const there = makeDirectory({
      'registrar.yml': hostFile({ ...localPlan(kind, server, python), access: { token: { env: 'ADMIN_TOKEN' } } }),
    })
    const first = await registrar(['register-user', 'first', '--admin'], {
      cwd: there,
      env: { MATRIX_PASSWORD: password },
    })
    expect(first).toMatchObject({ exitCode: 0, stdout: 'Created @first:example.org, a server admin.\n' })
    const next = await registrar(['set-password', 'first'], { cwd: there, env: { MATRIX_PASSWORD: password } })
    expect(next.exitCode).toBe(2)
    expect(next.stderr).toContain('access.token: the environment variable ADMIN_TOKEN is not set.')
  })

  it('reads the password from standard input', async () => {
    expect((await register(['from-stdin', '--password-stdin'], { env: {}, input: `${password}\n` })).exitCode).toBe(0)
    expect((await login(server.url, 'from-stdin', password)).status).toBe(200)
  })

  it('makes passwords for several, and shows each once', async () => {
    const { stdout } = await register(['anna', 'ben', '--generate-password'], { env: {} })
    for (const name of ['anna', 'ben']) {
      const [, made = ''] = new RegExp(`Password of @${name}:example\\.org: (\\S{24})`).exec(stdout) ?? []
      expect((await login(server.url, name, made)).status).toBe(200)
    }
    const ofWords = await register(['wordy', '--language', 'it'], { env: {} })
    expect(ofWords.stdout).toMatch(/Password of @wordy:example\.org: [a-z]+(-[a-z]+){3}\n/)
    const again = await register(['anna', '--generate-password'], { env: {} })
    expect(again.stdout).toBe('@anna:example.org already exists; nothing was changed.\n')
  })

  it('registers the accounts of a CSV file, or reports the row that is wrong', async () => {
    const file = makeDirectory({
      'people.csv': '\ufeffusername;password;admin\nclara;"with ; and ""q"" 1";yes\ndan;another-password;\n',
      'bad.csv': 'username,password,admin\nemil,secret-password,maybe\n',
    })
    const { stdout } = await register(['--from-csv', `${file}/people.csv`], { env: {} })
    expect(stdout).toContain('Created @clara:example.org, a server admin.\nCreated @dan:example.org, an ordinary user.')
    expect((await login(server.url, 'clara', 'with ; and "q" 1')).status).toBe(200)
    const bad = await register(['--from-csv', `${file}/bad.csv`], { env: {} })
    expect(bad.stderr).toContain('bad.csv:2: admin is neither yes nor no.')
    expect(bad.exitCode).toBe(2)
  })

  it('predicts with --check, and only shows the requests with --dry-run', async () => {
    expect((await register(['absent', '--check'])).stdout).toBe('Would create @absent:example.org, an ordinary user.\n')
    const { stdout } = await register(['absent', '--dry-run'])
    expect(stdout).toContain('POST /_synapse/admin/v1/register\n')
    expect(stdout).toContain('    password: [secret]\n')
    expect(stdout).not.toContain('correct horse')
    expect((await login(server.url, 'absent', password)).status).toBe(403)
  })

  const refusals: [string, string[], Record<string, string>, string][] = [
    ['no username', [], { MATRIX_PASSWORD: password }, 'No username was given.'],
    ['no password and no terminal', ['john'], {}, 'there is no terminal to ask on'],
    [
      'one password for several',
      ['a', 'b'],
      { MATRIX_PASSWORD: password },
      'Several accounts would get the same password.',
    ],
    ['upper case', ['John'], { MATRIX_PASSWORD: password }, '"John" cannot be a username on this server.'],
    ['another domain', ['@john:example.com'], { MATRIX_PASSWORD: password }, 'is not an account of example.org'],
    ['a password that is too long', ['long'], { MATRIX_PASSWORD: 'x'.repeat(73) }, 'has 73 bytes'],
    [
      'an unknown host',
      ['john', '--host', 'nowhere'],
      { MATRIX_PASSWORD: password },
      'Choose one of: matrix.example.org',
    ],
  ]

  it.each(refusals)('refuses %s with exit code 2', async (_what, words, env, says) => {
    const { exitCode, stderr, stdout } = await register(words, { env })
    expect(stderr).toContain(says)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
  })

  it('a server that is not there is a failure with exit code 3', async () => {
    const away = makeDirectory({
      'registrar.yml': hostFile(localPlan(kind, { ...server, url: 'http://127.0.0.1:1' }, python)),
    })
    const { exitCode, stderr } = await registrar(['register-user', 'late'], {
      cwd: away,
      env: { MATRIX_PASSWORD: password },
    })
    expect(stderr).toMatch(/There is no matrix-\w+\.service|does not answer/)
    expect(exitCode).toBe(3)
  })
})
