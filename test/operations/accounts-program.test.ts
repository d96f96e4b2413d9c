import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { programLine, reader } from '../../generator/render/program.ts'
import { handwrittenRoleFiles, roleDirectory } from '../../generator/render/role-files.ts'
import { reporting, type Result, runProgram } from '../support/server-program.ts'

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
  it('reads the request as UTF-8 where the host has another locale', async () => {
    const request = {
      ...base,
      address: nobody,
      config: [config('a: 1')],
      accounts: [{ username: 'john', password: 'é'.repeat(40) }],
      reporting: reporting('dendrite', base),
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

it('is Python that 3.9 reads', () => {
  const minor = Number(/3\.(\d+)/.exec(spawnSync('python3', ['--version'], { encoding: 'utf8' }).stdout)?.[1])
  expect(minor).toBeGreaterThanOrEqual(9)
  const check = 'import ast, sys; [ast.parse(open(path).read(), feature_version=(3, 9)) for path in sys.argv[1:]]'
  const files = handwrittenRoleFiles().filter((path) => path.endsWith('.py'))
  const { status } = spawnSync('python3', ['-c', check, ...files], { cwd: roleDirectory, stdio: 'inherit' })
  expect([files.length > 40, status]).toEqual([true, 0])
})
