import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const host =
  'version: 1\ndomain: example.org\nhost: matrix.example.org\nhomeserver: synapse\nconnection: { kind: ssh, address: 127.0.0.1, port: 1 }\n'

it.each<[string, string[], string, number?]>([
  ['without a terminal and without --yes', [], 'Review registrar setup-access --check, then add --yes.'],
  ['where the token is to be kept in an unknown way', ['--yes', '--keep', 'here'], '--keep is "here"'],
  ['a command that nobody can read from', ['--yes', '--keep', 'command:cat'], 'how to read a token back from cat'],
  ['an empty command', ['--yes', '--keep', 'command: '], 'The command is empty'],
  ['a command that reads a file', ['--yes', '--read', 'cat token'], '--read only works with a command'],
  [
    'what pass keeps without a name',
    ['--yes', '--keep', 'command:pass insert -m'],
    'how to read a token back from pass',
  ],
  [
    'to deactivate an account without --revoke',
    ['--yes', '--deactivate-account'],
    '--deactivate-account only works with --revoke',
  ],
  ['to revoke what it is to make', ['--revoke', '--as', 'john'], '--revoke and --as contradict each other.'],
  ['a host that nobody reaches', ['--yes'], '127.0.0.1', 3],
])('refuses %s, and changes nothing', async (_what, words, says, code = 2) => {
  const cwd = makeDirectory({ 'registrar.yml': host })
  const { exitCode, stderr } = await registrar(['setup-access', ...words], { cwd })
  expect({ exitCode, stderr }).toEqual({ exitCode: code, stderr: expect.stringContaining(says) })
  expect(readFileSync(join(cwd, 'registrar.yml'), 'utf8')).toBe(host)
})

it('reports a failure as JSON, too', async () => {
  const cwd = makeDirectory({ 'registrar.yml': host })
  const { exitCode, stdout } = await registrar(['setup-access', '--yes', '--json', '--keep', 'here'], { cwd })
  expect({ exitCode, reported: JSON.parse(stdout) as unknown }).toMatchObject({
    exitCode: 2,
    reported: { outcome: 'failed', class: 'usage', changed: false },
  })
})

it('says that the next registrar generate updates the recipes, where there are some', async () => {
  const access = `${host}authority: mas\naccess: { cli: {} }\n`
  const cwd = makeDirectory({ 'registrar.yml': access })
  const revoke = async () => (await registrar(['setup-access', '--revoke', '--yes'], { cwd })).stdout
  expect(await revoke()).toMatch(/^Done: registrar\.yml no longer has access\.$/m)
  writeFileSync(join(cwd, 'registrar.yml'), access)
  await registrar(['generate'], { cwd })
  expect(await revoke()).toContain('no longer has access. The next registrar generate updates the recipes.')
})

describe('--client, of MAS', () => {
  const mas = `${host}authority: mas # in front\n`

  it('makes its secret and writes access.client, for the playbook to set up', async () => {
    const cwd = makeDirectory({ 'registrar.yml': `${mas}access:\n  # for now\n  cli: {}\n` })
    const run = await registrar(['setup-access', '--client', '--yes'], { cwd })
    expect(run).toEqual({ exitCode: 0, stderr: '', stdout: expect.stringContaining('run registrar generate') })
    const text = readFileSync(join(cwd, 'registrar.yml'), 'utf8')
    const file = 'secrets/matrix.example.org.client_secret'
    expect(text).toMatch(
      /^authority: mas # in front\naccess:\n {2}# for now\n {2}client: \{ id: 01[0-9A-HJKMNP-TV-Z]{24}, /m,
    )
    expect(text).toContain(`secret: { file: ${file} } }`)
    expect(await registrar(['validate'], { cwd })).toMatchObject({ exitCode: 0 })
    const secret = readFileSync(join(cwd, file), 'utf8')
    expect(secret).toMatch(/^[A-Za-z0-9]{24}\n$/)
    expect(run.stdout).not.toContain(secret.trim())
    expect(statSync(join(cwd, file)).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(cwd, 'secrets/.gitignore'), 'utf8')).toBe('*\n')
  })

  it('keeps the client that the host file has, and changes nothing with --check', async () => {
    const cwd = makeDirectory({ 'registrar.yml': mas })
    const check = await registrar(['setup-access', '--client', '--check', '--json'], { cwd })
    expect(JSON.parse(check.stdout)).toMatchObject({ outcome: 'predicted', changed: false })
    expect(readFileSync(join(cwd, 'registrar.yml'), 'utf8')).toBe(mas)
    await registrar(['setup-access', '--client', '--yes'], { cwd })
    const text = readFileSync(join(cwd, 'registrar.yml'), 'utf8')
    expect((await registrar(['setup-access', '--client', '--yes'], { cwd })).exitCode).toBe(3)
    expect(readFileSync(join(cwd, 'registrar.yml'), 'utf8')).toBe(text)
  })

  it('has no meaning on a homeserver', async () => {
    const cwd = makeDirectory({ 'registrar.yml': host })
    expect(await registrar(['setup-access', '--client', '--yes'], { cwd })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--client has no meaning here: Synapse has no such clients'),
    })
  })
})
