import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { installJust } from '../lab/install.ts'
import { anySynapse } from '../lab/kept.ts'
import { login } from '../lab/matrix-client.ts'
import type { Synapse } from '../lab/synapse.ts'
import { entry, registrar } from '../support/cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { hostFile } from '../support/host-file.ts'
import { unique } from '../support/names.ts'
import { localPlan } from '../support/plans.ts'
import { makeWorkspace, type Run, runCommand } from '../support/workspace.ts'

jest.setTimeout(900_000)

let synapse: Synapse
let root: string

beforeAll(async () => {
  synapse = await anySynapse()
  root = makeWorkspace([localPlan('synapse', synapse, synapse.python)])
})

afterAll(async () => {
  await synapse?.stop()
  if (root) await rm(root, { recursive: true })
  removeDirectories()
})

/** The prompts for a password, answered again and again with each of these as the second one. */
const asked = (username: string, agains: string[]): [string, string][] =>
  agains.flatMap((again) => [
    [`Password for ${username}: `, password],
    ['Confirm password: ', again],
  ])

/** `just register-user USERNAME`, typed at a terminal. */
async function registerAtTerminal(username: string, ...agains: string[]): Promise<Run> {
  const answers = asked(username, agains)
  return runCommand(
    'python3',
    [
      join(import.meta.dirname, '../support/terminal.py'),
      JSON.stringify(answers),
      await installJust(),
      'register-user',
      username,
    ],
    root,
  )
}

const password = '  "correct" \\horse {{ 7*7 }} $(id) é '

it('asks for the password on a terminal, twice, and again when the two differ, and shows none', async () => {
  const username = unique('typed')
  const { exitCode, output } = await registerAtTerminal(username, `${password}x`, password)
  expect(output).toContain('The passwords do not match. Try again.')
  expect(output).toContain(`Created @${username}:example.org`)
  expect(exitCode).toBe(0)
  expect(output).not.toContain('horse')
  expect((await login(synapse.url, username, password)).status).toBe(200)
})

it('does nothing when the two differ three times', async () => {
  const { exitCode, output } = await registerAtTerminal(unique('mistyped'), ...Array<string>(3).fill(`${password}x`))
  expect(output).toContain('The passwords do not match; nothing was done.')
  expect(exitCode).toBe(2)
})

/** `registrar` with words, at a terminal. */
function registrarAtTerminal(words: string[], answers: [string, string][], cwd: string): Promise<Run> {
  return runCommand(
    'python3',
    [join(import.meta.dirname, '../support/terminal.py'), JSON.stringify(answers), process.execPath, entry, ...words],
    cwd,
  )
}

it('asks again when the two differ, of the program', async () => {
  const username = unique('retyped')
  const cwd = makeDirectory({ 'registrar.yml': hostFile(localPlan('synapse', synapse, synapse.python)) })
  const answers = asked(username, [`${password}x`, password])
  const { exitCode, output } = await registrarAtTerminal(['register-user', username], answers, cwd)
  expect(output).toContain('The passwords do not match. Try again.')
  expect(output).toContain(`Created @${username}:example.org`)
  expect(exitCode).toBe(0)
})

it('refuses an impossible username before it asks for a password', async () => {
  const cwd = makeDirectory({ 'registrar.yml': hostFile(localPlan('synapse', synapse, synapse.python)) })
  const { exitCode, output } = await registrarAtTerminal(['register-user', 'no name'], [], cwd)
  expect([exitCode, output]).toEqual([2, expect.stringContaining('"no name" cannot be a username')])
  expect(output).not.toContain('Password')
})

describe('registrar deactivate-user at a terminal', () => {
  const [boss, anna, ben] = [unique('boss'), unique('anna'), unique('ben')]
  let cwd: string

  beforeAll(async () => {
    const plan = localPlan('synapse', synapse, synapse.python)
    const withoutAdmin = makeDirectory({ 'registrar.yml': hostFile(plan) })
    const env = { MATRIX_PASSWORD: 'secret-password' }
    await registrar(['register-user', boss, '--admin'], { cwd: withoutAdmin, env })
    await registrar(['register-user', anna, ben, '--generate-password'], { cwd: withoutAdmin })
    const { accessToken = '' } = await login(synapse.url, boss, 'secret-password')
    const access = { token: { file: 'token' } }
    cwd = makeDirectory({ 'registrar.yml': hostFile({ ...plan, access }), token: accessToken })
  })

  const question = 'and leave all rooms. Type yes: '
  const answered = (answer: string) => registrarAtTerminal(['deactivate-user', anna, ben], [[question, answer]], cwd)

  it('shows what it will hit, asks, and leaves them alone after a no', async () => {
    const { exitCode, output } = await answered('n')
    const [shown = '', said = ''] = output.split('Deactivate ')
    expect(shown).toMatch(/USER +NAME +ADMIN +STATE/)
    for (const name of [anna, ben]) {
      expect(shown).toMatch(new RegExp(`^@${name}:example\\.org .* active `, 'm'))
      expect(said).toContain(`Not confirmed: @${name}:example.org was not deactivated.`)
    }
    expect(exitCode).toBe(2)
  })

  it('understands y', async () => {
    const { exitCode, output } = await answered('y')
    expect(output).toContain(`Deactivated @${ben}:example.org.`)
    expect(exitCode).toBe(0)
  })
})

describe('registrar init at a terminal', () => {
  const initAtTerminal = (answers: [string, string][], cwd: string) => registrarAtTerminal(['init'], answers, cwd)

  it('asks a few questions, takes Enter for what is in brackets, and writes a host file that is valid', async () => {
    const cwd = makeDirectory()
    const questions = [
      'Matrix server name',
      'Name of the server [matrix.example.com]: ',
      'synapse or dendrite [synapse]: ',
      'yes or no [no]: ',
      'User to log in as [root]: ',
    ]
    const { exitCode, output } = await initAtTerminal(
      questions.map((question, index) => [question, index === 0 ? 'example.com' : '']),
      cwd,
    )
    expect(output).toContain('registrar.yml: written')
    expect(exitCode).toBe(0)
    expect(readFileSync(join(cwd, 'registrar.yml'), 'utf8')).toContain('host: matrix.example.com\n')
    expect(await registrar(['validate'], { cwd })).toMatchObject({ exitCode: 0 })
  })

  it('asks again when an answer cannot be', async () => {
    const cwd = makeDirectory()
    const answers: [string, string][] = [
      ['Matrix server name', 'exa mple.com'],
      ['Matrix server name', 'example.com'],
      ['Name of the server', ''],
      ['synapse or dendrite', 'conduit'],
      ['synapse or dendrite', 'dendrite'],
      ['yes or no', 'perhaps'],
      ['yes or no', 'no'],
      ['User to log in as', ''],
    ]
    const { exitCode, output } = await initAtTerminal(answers, cwd)
    expect(output).toContain('domain is "exa mple.com"')
    expect(output).toContain('Please answer yes or no.')
    expect(exitCode).toBe(0)
    expect(readFileSync(join(cwd, 'registrar.yml'), 'utf8')).toMatch(/domain: example\.com\n[^]*homeserver: dendrite\n/)
  })

  it('writes nothing when it is broken off', async () => {
    const cwd = makeDirectory()
    const { output, exitCode } = await initAtTerminal([['Matrix server name', '\u0003']], cwd)
    expect(exitCode).toBe(130)
    expect(output).toContain('Cancelled. No changes were made.')
    expect(output).not.toContain('this is a bug')
    expect(existsSync(join(cwd, 'registrar.yml'))).toBe(false)
  })
})
