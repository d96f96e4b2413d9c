import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { programLine, reader } from '../../generator/render/program.ts'
import { handwrittenRoleFiles, roleDirectory } from '../../generator/render/role-files.ts'
import { type Result, runProgram } from '../support/server-program.ts'

const directory = mkdtempSync(join(tmpdir(), 'registrar-program-'))

afterAll(() => rmSync(directory, { recursive: true }))

type Request = { homeserver: 'synapse' | 'dendrite'; [key: string]: unknown }

async function ask({ homeserver, ...request }: Request): Promise<Result[]> {
  return (await runProgram(homeserver, request)).results
}

function config(text: string): string {
  const path = join(directory, `${Math.random()}.yaml`)
  writeFileSync(path, text)
  return path
}

const base = {
  action: 'register-user',
  homeserver: 'dendrite' as Request['homeserver'],
  domain: 'example.org',
  password_rules: { min_bytes: 8, max_bytes: 72, normalization: null },
}

const nobody = { url: 'http://127.0.0.1:9' }

describe('what the program refuses before it asks the server', () => {
  const passwords: [string, string, string, 'NFKC' | null][] = [
    ['nothing', '', 'password/empty', null],
    ['a NUL', 'secret\0password', 'password/nul', null],
    ['half a surrogate pair', 'secret-\ud800', 'password/not_unicode', null],
    ['seven bytes', '1234567', 'password/too_short', null],
    ['73 bytes', 'x'.repeat(73), 'password/too_long', null],
    ['75 raw bytes', '\u212b'.repeat(25), 'password/too_long', null],
    ['19 characters of 4 bytes', '\u{1f600}'.repeat(19), 'password/too_long', 'NFKC'],
    ['18 ligatures that NFKC makes long', '\ufdfa'.repeat(18), 'password/too_long', 'NFKC'],
  ]

  it.each(passwords)('%s', async (_what, password, sign, normalization) => {
    const password_rules = { ...base.password_rules, normalization }
    const [result] = await ask({
      ...base,
      password_rules,
      address: nobody,
      config: [config('a: 1')],
      accounts: [{ username: 'john', password }],
    })
    expect(result?.signs).toEqual([sign])
  })

  it('counts 75 raw bytes as 50 where the server normalizes first', async () => {
    const password_rules = { ...base.password_rules, normalization: 'NFKC' }
    const [result] = await ask({
      ...base,
      password_rules,
      address: nobody,
      config: [config('a: 1')],
      accounts: [{ username: 'john', password: '\u212b'.repeat(25) }],
    })
    expect(result?.signs).toEqual(['secret/missing'])
  })

  it('reads the request as UTF-8 where the host has another locale', async () => {
    const request = {
      ...base,
      address: nobody,
      config: [config('a: 1')],
      accounts: [{ username: 'john', password: 'é'.repeat(40) }],
    }
    const input = programLine(['dendrite']) + JSON.stringify(request)
    const { stdout } = await execa('python3', ['-c', reader], { input, env: { PYTHONIOENCODING: 'latin-1' } })
    expect((JSON.parse(stdout) as { results: Result[] }).results[0]).toMatchObject({
      signs: ['password/too_long'],
      facts: { size: 80 },
    })
  })

  it("counts Synapse's pepper in", async () => {
    const file = config('password_config:\n  pepper: "0123456789"\n')
    const request = {
      ...base,
      homeserver: 'synapse' as const,
      address: nobody,
      config: [file],
      accounts: [{ username: 'john', password: 'x'.repeat(63) }],
    }
    expect((await ask(request))[0]).toMatchObject({ signs: ['password/too_long'], facts: { size: 73, limit: 72 } })
  })
})

describe('reading the shared secret without PyYAML', () => {
  const found: [string, string][] = [
    ['plain', 'client_api:\n  registration_shared_secret: s3cret\n'],
    ['double-quoted', 'client_api:\n  registration_shared_secret: "s3\\u0063ret" # why\n'],
    ['single-quoted', "client_api:\n  registration_shared_secret: 's3cret'\n"],
    [
      'with deeper namesakes before it',
      'global:\n  registration_shared_secret: no\nclient_api:\n  turn:\n    registration_shared_secret: no\n  registration_shared_secret: s3cret\n',
    ],
    ['in JSON', '{\n  "client_api": {\n    "other": 1,\n    "registration_shared_secret": "s3cret"\n  }\n}\n'],
    [
      'with comments between',
      '# client_api:\nclient_api:\n\n    # registration_shared_secret: no\n    registration_shared_secret: s3cret # yes\n',
    ],
  ]

  const refused: [string, string, string][] = [
    ['absent', 'client_api:\n  other: 1\n', 'secret/missing'],
    ['empty', 'client_api:\n  registration_shared_secret: ""\n', 'secret/missing'],
    ['of another block', 'client_api:\n  a: 1\nother:\n  registration_shared_secret: x\n', 'secret/missing'],
    ['a block scalar', 'client_api:\n  registration_shared_secret: |\n    x\n', 'config/unreadable'],
    ['a flow mapping', 'client_api: {registration_shared_secret: x}\n', 'config/unreadable'],
    ['a flow document', '# Mine\n{client_api: {registration_shared_secret: x}}\n', 'config/unreadable'],
    ['an alias for the block', 'client_api: *api\n', 'config/unreadable'],
    ['an alias', 'client_api:\n  registration_shared_secret: *x\n', 'config/unreadable'],
  ]

  it.each(found)('%s', async (_what, yaml) => {
    const mac = await seenMac(yaml)
    expect(mac).toBe('s3cret')
  })

  it.each(refused)('%s', async (_what, yaml, sign) => {
    const [result] = await ask({
      ...base,
      address: nobody,
      config: [config(yaml)],
      accounts: [{ username: 'john', password: 'secret-password' }],
    })
    expect(result?.signs).toEqual([sign])
  })
})

/** Which of the secrets a registration was signed with. */
async function seenMac(yaml: string): Promise<string | undefined> {
  const { createHmac } = await import('node:crypto')
  const bodies: { mac: string; nonce: string }[] = []
  const server = await listen(bodies)
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await ask({
    ...base,
    address: { url },
    config: [config(yaml)],
    accounts: [{ username: 'john', password: 'secret-password', admin: true }],
  })
  server.close()
  const message = ['n0nce', 'john', 'secret-password', 'admin'].join('\0')
  return ['s3cret', 'no', 'x'].find(
    (secret) => createHmac('sha1', secret).update(message).digest('hex') === bodies[0]?.mac,
  )
}

function listen(bodies: unknown[]): Promise<Server> {
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => (text += String(chunk)))
    request.on('end', () => {
      if (request.method === 'POST' && request.url === '/_synapse/admin/v1/register') bodies.push(JSON.parse(text))
      response.end(JSON.stringify({ nonce: 'n0nce', user_id: '@john:example.org', access_token: 't0ken' }))
    })
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

it('is Python that 3.9 reads', () => {
  const minor = Number(/3\.(\d+)/.exec(spawnSync('python3', ['--version'], { encoding: 'utf8' }).stdout)?.[1])
  expect(minor).toBeGreaterThanOrEqual(9)
  const check = 'import ast, sys; [ast.parse(open(path).read(), feature_version=(3, 9)) for path in sys.argv[1:]]'
  const files = handwrittenRoleFiles().filter((path) => path.endsWith('.py'))
  const { status } = spawnSync('python3', ['-c', check, ...files], { cwd: roleDirectory, stdio: 'inherit' })
  expect([files.length > 40, status]).toEqual([true, 0])
})
