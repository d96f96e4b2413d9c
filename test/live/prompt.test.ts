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
  const answers = asked(`@${username}:example.org`, [`${password}x`, password])
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

describe('what shuts accounts out, at a terminal', () => {
  const [boss, anna, ben, cleo] = [unique('boss'), unique('anna'), unique('ben'), unique('cleo')]
  const plan = () => localPlan('synapse', synapse, synapse.python)
  const access = { token: { file: 'token' } }
  let cwd: string
  let token: string

  beforeAll(async () => {
    const withoutAdmin = makeDirectory({ 'registrar.yml': hostFile(plan()) })
    const env = { MATRIX_PASSWORD: 'secret-password' }
    await registrar(['register-user', boss, '--admin'], { cwd: withoutAdmin, env })
    await registrar(['register-user', anna, ben, cleo, '--generate-password'], { cwd: withoutAdmin })
    token = (await login(synapse.url, boss, 'secret-password')).accessToken ?? ''
    cwd = makeDirectory({ 'registrar.yml': hostFile({ ...plan(), access }), token })
  })

  const question = 'and leave all rooms. (y/N)'
  const answered = (answer: string, words = ['deactivate-user', anna, ben], asked = question) =>
    registrarAtTerminal(words, [[asked, answer]], { cwd, env: { CLI_WIDTH: '200' } })

  it('shows what it will hit, asks, and leaves them alone after a no', async () => {
    const { exitCode, output } = await answered('n')
    expect(output).toMatch(/USER +NAME +ADMIN +STATE +SESSIONS +LAST SEEN/)
    for (const name of [anna, ben]) {
      expect(output).toMatch(new RegExp(`^@${name}:example\\.org .* active +0$`, 'm'))
    }
    expect([exitCode, output]).toEqual([2, expect.stringContaining('Not confirmed; nothing was done.')])
  })

  it('asks before it locks several, and locks one without a question', async () => {
    const lockBoth = ['lock-user', anna, ben]
    const no = await answered('n', lockBoth, `Lock 2 accounts (${anna}, ${ben})? (y/N)`)
    expect([no.exitCode, no.output]).toEqual([2, expect.stringContaining('Not confirmed; nothing was done.')])
    const yes = await answered('y', lockBoth, `Lock 2 accounts (${anna}, ${ben})? (y/N)`)
    expect([yes.exitCode, yes.output]).toEqual([0, expect.stringContaining(`Locked @${ben}:example.org`)])
    const one = await registrarAtTerminal(['lock-user', anna], [], { cwd })
    expect([one.exitCode, one.output]).toEqual([0, expect.stringContaining(`@${anna}:example.org is already locked.`)])
    const reported = await registrarAtTerminal(['lock-user', anna, ben, '--yes'], [], { cwd })
    expect(one.output + reported.output).not.toContain('(y/N)')
  })

  it('understands y', async () => {
    const { exitCode, output } = await answered('y')
    expect(output).toContain(`Deactivated @${ben}:example.org.`)
    expect(exitCode).toBe(0)
  })

  it('shows whom a plan shuts out before apply asks', async () => {
    const users = [{ username: cleo, state: 'locked' as const }]
    const declared = makeDirectory({ 'registrar.yml': hostFile({ ...plan(), access, users }), token })
    const asked: [string, string][] = [['Apply these changes', 'n']]
    const { output, exitCode } = await registrarAtTerminal(['apply'], asked, { cwd: declared })
    expect(output).toMatch(new RegExp(`^@${cleo}:example\\.org .* active +0$`, 'm'))
    expect([exitCode, output]).toEqual([2, expect.stringContaining('Nothing was done.')])
  })
})
