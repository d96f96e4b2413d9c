import { rm } from 'node:fs/promises'
import { jest } from '@jest/globals'
import { failures } from '../../generator/operations/failures.ts'
import type { UserPlan } from '../../generator/plan/host-plan.ts'
import { type LabHost, startHost } from '../lab/host.ts'
import type { AnsibleVersion } from '../lab/install.ts'
import { oldestAnsible, usualAnsible } from '../support/ansible-versions.ts'
import { watchCommandLines } from '../support/command-lines.ts'
import { sampled } from '../support/exhaustive.ts'
import { inParallel } from '../support/in-parallel.ts'
import { labEnvironment, labPlan } from '../support/lab-workspace.ts'
import { expectExact, expectExactInBulk, expectUnseen, type Registered } from '../support/password-bars.ts'
import { expectedFate, givenToRecipe, inBulk, oneByOne } from '../support/passwords.ts'
import { makeWorkspace, runJust } from '../support/workspace.ts'

jest.setTimeout(3_600_000)

const roots: string[] = []
const outputs: string[] = []
let host: LabHost

beforeAll(async () => {
  host = await startHost()
})

afterAll(async () => {
  await host?.stop()
  for (const root of roots) await rm(root, { recursive: true })
})

type Kind = 'synapse' | 'dendrite'

/** What differs between Ansibles is done before the homeserver is known, and the other way round. */
const pairs = sampled<[Kind, AnsibleVersion]>(
  [
    ['synapse', oldestAnsible],
    ['dendrite', usualAnsible],
    ['synapse', usualAnsible],
    ['dendrite', oldestAnsible],
  ],
  [
    ['synapse', oldestAnsible],
    ['dendrite', usualAnsible],
  ],
)

it.each(pairs)(
  '%s, through ansible-core %s, gets each password exactly, or it is refused beforehand by a rule; nothing of it is seen or executed',
  async (kind, ansible) => {
    const watcher = await watchCommandLines(host)
    const one = await registerOneByOne(kind, ansible)
    const many = await ensureMany(kind, ansible)
    const commandLines = await watcher.stop()
    await expectExact(one, kind, host)
    await expectExactInBulk(many, kind, host)
    await expectUnseen(host, { commandLines, outputs })
  },
)

function workspace(kind: Kind, users: UserPlan[] = []): string {
  const root = makeWorkspace([{ ...labPlan(host, kind), users }])
  roots.push(root)
  return root
}

/** Each through just. */
async function registerOneByOne(kind: Kind, ansible: AnsibleVersion): Promise<Registered[]> {
  const root = workspace(kind)
  return inParallel(oneByOne, 4, async (password, index) => {
    const username = `just-${ansible}-${index}`
    const { word, env } = givenToRecipe(password)
    const { output, changed, exitCode } = await runJust(root, ['register-user', username, word], {
      ansible,
      env: { ...labEnvironment(host), ...env },
    })
    outputs.push(output)
    return { username, password, fate: changed === 1 && exitCode === 0 ? 'created' : failureIn(output) }
  })
}

const reported = { ...failures, password_missing: { message: 'No password was given' } }

function failureIn(output: string): string {
  const [failure] = Object.entries(reported).find(([, { message }]) => patternOf(message).test(output)) ?? []
  return failure ?? output
}

/** What the message is with any facts in it. */
function patternOf(message: string): RegExp {
  const parts = message.split(/%\(\w+\)s/).map((part) => part.replaceAll(/[^\w ]/g, '\\$&'))
  return new RegExp(parts.join('.{0,60}?'))
}

/** All that the server takes through one play: what it refuses ends such a play, and other ways ask that. */
async function ensureMany(kind: Kind, ansible: AnsibleVersion): Promise<Registered[]> {
  const accounts = inBulk(kind, 'play')
    .filter((password) => expectedFate(password, kind) === 'created')
    .map((password, index) => ({ username: `play-${ansible}-${index}`, password, variable: `PASSWORD_${index}` }))
  const root = workspace(
    kind,
    accounts.map(({ username, variable }) => ({ username, password: { env: variable } })),
  )
  const env = Object.fromEntries(accounts.map(({ variable, password }) => [variable, password]))
  const { output, exitCode } = await runJust(root, ['ensure-users'], {
    ansible,
    env: { ...labEnvironment(host), ...env },
  })
  outputs.push(output)
  if (exitCode !== 0) throw new Error(output.slice(-2000))
  return accounts.map(({ username, password }) => ({ username, password, fate: 'created' }))
}
