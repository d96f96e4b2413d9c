import { rm } from 'node:fs/promises'
import { jest } from '@jest/globals'
import { installJust } from '../lab/install.ts'
import { anySynapse } from '../lab/kept.ts'
import { login } from '../lab/matrix-client.ts'
import type { Synapse } from '../lab/synapse.ts'
import { registrarAtTerminal, terminal } from '../support/at-terminal.ts'
import { registrar } from '../support/cli.ts'
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
    [`Password for ${username}`, password],
    ['Confirm password', again],
  ])

/** `just register-user USERNAME`, typed at a terminal. */
async function registerAtTerminal(username: string, ...agains: string[]): Promise<Run> {
  const answers = asked(username, agains)
  return runCommand(
    'python3',
    [terminal, JSON.stringify(answers), await installJust(), 'register-user', username],
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

it('asks again when the two differ, of the program', async () => {
  const username = unique('retyped')
  const cwd = makeDirectory({ 'registrar.yml': hostFile(localPlan('synapse', synapse, synapse.python)) })
  const answers = asked(username, [`${password}x`, password])
  const { exitCode, output } = await registrarAtTerminal(['register-user', username], answers, { cwd })
  expect(output).toContain('The passwords do not match. Try again.')
  expect(output).not.toContain('horse')
  expect(output).toContain(`Created @${username}:example.org`)
  expect(exitCode).toBe(0)
})

it('refuses an impossible username before it asks for a password', async () => {
  const cwd = makeDirectory({ 'registrar.yml': hostFile(localPlan('synapse', synapse, synapse.python)) })
  const { exitCode, output } = await registrarAtTerminal(['register-user', 'no name'], [], { cwd })
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

  const question = 'Continue? (y/N)'
  const answered = (answer: string) => registrarAtTerminal(['deactivate-user', anna, ben], [[question, answer]], { cwd })

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
