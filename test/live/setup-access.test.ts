import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { startDendrite } from '../lab/dendrite.ts'
import type { Homeserver } from '../lab/homeserver.ts'
import { devices, login, logout, whoami } from '../lab/matrix-client.ts'
import { startSynapse } from '../lab/synapse.ts'
import { type CliRun, killed } from '../support/cli.ts'
import { registrar } from '../support/kept-cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { hostFile } from '../support/host-file.ts'
import { ownLock } from '../support/own-lock.ts'
import { localPlan } from '../support/plans.ts'

jest.setTimeout(900_000)

ownLock()
afterAll(removeDirectories)

const tokenFile = 'secrets/matrix.example.org.token'
const passwordFile = 'secrets/matrix.example.org.registrar.password'
const lines = `\naccess:\n  token: { file: ${tokenFile} }\n`

describe.each(['synapse', 'dendrite'] as const)('setup-access on a real %s', (kind) => {
  let server: Homeserver
  let before: string
  let cwd: string

  beforeAll(async () => {
    const synapse = kind === 'synapse' ? await startSynapse() : undefined
    server = synapse ?? (await startDendrite())
    before = `# ours\n${hostFile(localPlan(kind, server, synapse?.python))}`
    cwd = makeDirectory({ 'registrar.yml': before })
  })

  afterAll(() => server?.stop())

  const read = (file: string) => readFileSync(join(cwd, file), 'utf8')
  const token = () => read(tokenFile).trim()
  const setUp = (...words: string[]) => registrar(['setup-access', ...words], { cwd })

  function expectNoSecret({ stdout, stderr }: CliRun): void {
    const secrets = [tokenFile, passwordFile]
      .filter((file) => existsSync(join(cwd, file)))
      .map((file) => read(file).trim())
    expect([server.sharedSecret, ...secrets].filter((secret) => `${stdout}${stderr}`.includes(secret))).toEqual([])
  }

  it('shows the steps, and takes none', async () => {
    const { exitCode, stdout } = await setUp('--check')
    expect({ exitCode, steps: stdout.match(/^ {2}\d\. \S+/gm) }).toEqual({
      exitCode: 0,
      steps: ['  1. Register', '  2. Sign', '  3. Test', '  4. Write'],
    })
    expect(read('registrar.yml')).toBe(before)
    expect(existsSync(join(cwd, 'secrets'))).toBe(false)
    expect((await setUp()).stderr).toContain('Review registrar setup-access --check, then add --yes.')
  })

  it('from an empty server, one command makes an access that works, and the doctor finds nothing wrong', async () => {
    const begin = Date.now()
    const run = await setUp('--yes')
    expect(run).toMatchObject({ exitCode: 0, stderr: '' })
    expect(run.stdout.match(/can do everything/g)).toHaveLength(1)
    expect(run.stdout).toMatch(/^Done: access in registrar\.yml works\.$/m) // nothing was generated yet
    expect(Date.now() - begin).toBeLessThan(60_000)
    expect(read('registrar.yml')).toBe(before + lines)
    expect(await whoami(server.url, token())).toBe('@registrar:example.org')
    const modes = [tokenFile, passwordFile, 'secrets'].map((file) =>
      (statSync(join(cwd, file)).mode & 0o777).toString(8),
    )
    expect(modes).toEqual(['600', '600', '700'])
    expect(read('secrets/.gitignore')).toBe('*\n')
    expectNoSecret(run)
    const doctor = await registrar(['doctor', '--json'], { cwd })
    expect(JSON.parse(doctor.stdout)).toMatchObject({
      findings: expect.arrayContaining([
        { check: 'admin', state: 'good', detail: '@registrar:example.org is a server admin' },
      ]),
    })
    expect(doctor.exitCode).toBe(0)
    const again = await setUp('--yes', '--json')
    expect(JSON.parse(again.stdout)).toMatchObject({ outcome: 'unchanged', changed: false })
    expect(await devices(server.url, token())).toHaveLength(1)
  })

  it.each([
    ['before the token was kept', () => rmSync(join(cwd, tokenFile))],
    ['before the host file was written', () => undefined],
  ])('a run that was killed %s: the next one makes no second account or session', async (_when, undo) => {
    writeFileSync(join(cwd, 'registrar.yml'), before)
    undo()
    expect(await setUp('--yes')).toMatchObject({ exitCode: 0, stderr: '' })
    expect(read('registrar.yml')).toBe(before + lines)
    expect(await devices(server.url, token())).toHaveLength(1)
    const listed = await registrar(['list-users', '--json'], { cwd })
    expect(JSON.parse(listed.stdout)).toMatchObject({ users: [{ username: 'registrar', admin: true }] })
  })

  it('a run that is killed anywhere: the next one ends well', async () => {
    for (const moment of kind === 'synapse' ? [600, 1200] : [900]) {
      writeFileSync(join(cwd, 'registrar.yml'), before)
      rmSync(join(cwd, tokenFile), { force: true })
      await killed(['setup-access', '--yes'], { cwd, moment })
      expect(await setUp('--yes')).toMatchObject({ exitCode: 0 })
      expect(read('registrar.yml')).toBe(before + lines)
      expect(await devices(server.url, token())).toHaveLength(1)
    }
  })

  it('replaces a token that works no more, and says why', async () => {
    const old = token()
    await logout(server.url, old)
    const check = await setUp('--check')
    expect(check.stdout).toContain('access in registrar.yml, which does not work: ')
    const run = await setUp('--yes')
    expect(run).toMatchObject({ exitCode: 0, stderr: '' })
    expect(token()).not.toBe(old)
    expect(read('registrar.yml')).toBe(before + lines)
    expect(await whoami(server.url, token())).toBe('@registrar:example.org')
    expectNoSecret(run)
  })

  it('takes an account that is there, keeps its token by a command, and leaves no password behind', async () => {
    const password = 'correct horse battery'
    const env = { MATRIX_PASSWORD: password }
    expect(await registrar(['register-user', 'john'], { cwd, env })).toMatchObject({ exitCode: 0 })
    const other = makeDirectory({ 'registrar.yml': before, keep: '#!/bin/sh\ncat > kept\n' })
    chmodSync(join(other, 'keep'), 0o755)
    const words = ['setup-access', '--as', 'john', '--keep', 'command:./keep', '--read', 'cat kept']
    const wrong = await registrar([...words, '--yes'], { cwd: other, env: { MATRIX_PASSWORD: 'wrong password' } })
    expect(wrong).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('refused the password of @john') })
    expect(readFileSync(join(other, 'registrar.yml'), 'utf8')).toBe(before)
    const run = await registrar([...words, '--yes'], { cwd: other, env })
    expect(run).toMatchObject({ exitCode: 0, stderr: '' })
    expect(readFileSync(join(other, 'registrar.yml'), 'utf8')).toBe(
      `${before}\naccess:\n  token: { command: [cat, kept] }\n`,
    )
    expect(await whoami(server.url, readFileSync(join(other, 'kept'), 'utf8').trim())).toBe('@john:example.org')
    expect(existsSync(join(other, 'secrets'))).toBe(false)
    expect(`${run.stdout}${run.stderr}`).not.toContain(password)
    expect((await login(server.url, 'john', password)).status).toBe(200)
  })

  it.each<[string, string[], string, number?]>([
    ['an account of that name whose password nobody knows here', [], 'its password is not available here'],
    ['a name that cannot be', ['--username', 'No Name'], 'cannot be a username'],
    ['an account that is not there', ['--as', 'nobody'], 'There is no account @nobody', 3],
    ['a file with something else in it', ['--username', 'other', '--keep', 'file:registrar.yml'], 'already exists'],
  ])('refuses %s, and changes nothing', async (_what, words, says, code = 2) => {
    const other = makeDirectory({ 'registrar.yml': before })
    const run = await registrar(['setup-access', '--yes', ...words], {
      cwd: other,
      env: { MATRIX_PASSWORD: 'any password' },
    })
    expect(run).toMatchObject({ exitCode: code, stderr: expect.stringContaining(says) })
    expect(readFileSync(join(other, 'registrar.yml'), 'utf8')).toBe(before)
    expect(existsSync(join(other, 'secrets'))).toBe(false)
  })

  it('puts a token in the place of a login, whose password it reads where the host file says', async () => {
    const env = { ADMIN_PASSWORD: 'correct horse battery' }
    const login = 'access:\n  # a person\n  login: { username: john, password: { env: ADMIN_PASSWORD } }\n'
    const other = makeDirectory({ 'registrar.yml': before + login })
    const first = await registrar(['setup-access', '--check'], { cwd: other, env })
    expect(first).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Nothing to do') })
    expect(await registrar(['setup-access', '--yes', '--as', 'john'], { cwd: other, env })).toMatchObject({
      exitCode: 0,
    })
    expect(readFileSync(join(other, 'registrar.yml'), 'utf8')).toBe(
      `${before}access:\n  # a person\n  token: { file: ${tokenFile} }\n`,
    )
    expect((await registrar(['doctor'], { cwd: other })).exitCode).toBe(0)
  })

  it('--revoke ends the session and takes the lines out, and the account is left for another time', async () => {
    const old = token()
    expect(await setUp('--revoke', '--check')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('1. End the session of the token, that of @registrar:example.org.'),
    })
    expect(await whoami(server.url, old)).toBe('@registrar:example.org')
    expect(await setUp('--revoke', '--yes')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('@registrar:example.org is still a server admin'),
    })
    await expect(whoami(server.url, old)).rejects.toThrow('401')
    expect(read('registrar.yml')).toBe(`${before}\n`)
    expect([tokenFile, passwordFile].map((file) => existsSync(join(cwd, file)))).toEqual([false, true])
    expect((await setUp('--revoke', '--yes')).stdout).toBe('Nothing to do: registrar.yml has no access.\n')
    expect(await setUp('--yes')).toMatchObject({ exitCode: 0 })
    expect(await whoami(server.url, token())).toBe('@registrar:example.org')
  })

  it('--revoke where the session has ended already, and with the account where the server can do that', async () => {
    const run = await setUp('--revoke', '--deactivate-account', '--yes')
    if (kind === 'dendrite')
      expect(run).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('cannot deactivate') })
    else {
      expect(run).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Deactivate @registrar:example.org') })
      expect((await login(server.url, 'registrar', read(passwordFile).trim())).status).toBe(403)
      writeFileSync(join(cwd, 'registrar.yml'), before + lines)
      writeFileSync(join(cwd, tokenFile), 'syt_ended\n', { mode: 0o600 })
    }
    if (kind === 'dendrite') await logout(server.url, token())
    const again = await setUp('--revoke', '--yes')
    expect(again).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('has ended already') })
    expect(existsSync(join(cwd, tokenFile))).toBe(false)
  })
})
