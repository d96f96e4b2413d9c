import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { installJust } from '../lab/install.ts'
import { login } from '../lab/matrix-client.ts'
import { startSynapse, type Synapse } from '../lab/synapse.ts'
import { localPlan } from '../support/plans.ts'
import { makeWorkspace, type Run, runCommand } from '../support/workspace.ts'

jest.setTimeout(120_000)

let synapse: Synapse
let root: string

beforeAll(async () => {
  synapse = await startSynapse({ bcryptRounds: 4 })
  root = makeWorkspace([localPlan('synapse', synapse, synapse.python)])
})

afterAll(async () => {
  await synapse?.stop()
  if (root) await rm(root, { recursive: true })
})

/** `just register-user USERNAME`, typed at a terminal. */
async function registerAtTerminal(username: string, password: string, again: string): Promise<Run> {
  const answers = [
    [`Password for ${username}: `, password],
    ['The same again: ', again],
  ]
  return runCommand('python3', [join(import.meta.dirname, '../support/terminal.py'), JSON.stringify(answers), await installJust(), 'register-user', username], root)
}

const password = '  "correct" \\horse {{ 7*7 }} $(id) é '

it('asks for the password on a terminal, twice, and shows neither', async () => {
  const { exitCode, output } = await registerAtTerminal('typed', password, password)
  expect(output).toContain('@typed:example.org was registered')
  expect(exitCode).toBe(0)
  expect(output).not.toContain('horse')
  expect((await login(synapse.url, 'typed', password)).status).toBe(200)
})

it('does nothing when the two differ', async () => {
  const { exitCode, output } = await registerAtTerminal('mistyped', password, `${password}x`)
  expect(output).toContain('The two are not the same; nothing was done.')
  expect(exitCode).toBe(2)
})
