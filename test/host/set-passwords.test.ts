import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import type { OperationName } from '../../generator/operations/index.ts'
import type { HostPlan } from '../../generator/plan/host-plan.ts'
import { type LabHost, startHost } from '../lab/host.ts'
import { startMas } from '../lab/mas.ts'
import { login } from '../lab/matrix-client.ts'
import { watchCommandLines } from '../support/command-lines.ts'
import { readTree, removeDirectories } from '../support/directory.ts'
import { everySurface, type LocalSurface } from '../support/every-surface.ts'
import { callHostCommandInBulk } from '../support/host-command.ts'
import { inParallel } from '../support/in-parallel.ts'
import { homeserverUrl, labPlan } from '../support/lab-workspace.ts'
import { clientSecretVariable, masPlan } from '../support/mas-plan.ts'
import { type Account, expectUnseen } from '../support/password-bars.ts'
import { expectedFate, isLine, oneByOne } from '../support/passwords.ts'
import type { Reported } from '../support/surfaces.ts'

jest.setTimeout(1_800_000)

const old = 'the old one, of before'
const accountsOf = (prefix: string): Account[] =>
  oneByOne.map((password, index) => ({ username: `${prefix}-${index}`, password }))

let host: LabHost

beforeAll(async () => {
  host = await startHost()
})

afterAll(async () => {
  await host?.stop()
  removeDirectories()
})

/** Where the turn begins: each server's, so that a password goes by another surface to each. */
const turns = { synapse: 0, dendrite: 1, mas: 2 }

/** A play costs many times what a program does, and `host/passwords` has every password through every play of another operation. */
const inTurn = ['ansible', 'cli', 'host command', 'oldest ansible', 'cli', 'host command']

/** Gives an operation to the surfaces in turn, and keeps what they say. */
function shareOut(
  surfaces: Record<string, LocalSurface>,
  operation: OperationName,
  accounts: Account[],
  server: keyof typeof turns,
): Promise<Reported[]> {
  return inParallel(accounts, 4, ({ username, password }, index) => {
    const turn = inTurn[(index + turns[server]) % inTurn.length] ?? ''
    // The host command would have to be given it as a word, where all may see it.
    const name = turn === 'host command' && !isLine(password) ? 'cli' : turn
    return (surfaces[name] as LocalSurface)(operation, { username, password })
  })
}

const status = async (url: string, username: string, password: string) =>
  (await login(url, username, password)).status === 200

describe.each(['synapse', 'dendrite'] as const)('set-password on %s, over SSH', (kind) => {
  const env: Record<string, string> = {}
  let surfaces: Record<string, LocalSurface>
  let root: string
  let url: string

  beforeAll(async () => {
    url = homeserverUrl(host, kind)
    const first = await everySurface(labPlan(host, kind), {}, host)
    await first.surfaces['cli']?.('register-user', { username: 'boss', password: old, admin: 'yes' })
    await rm(first.root, { recursive: true })
    env['MATRIX_ADMIN_TOKEN'] = (await login(url, 'boss', old)).accessToken ?? ''
    const plan: HostPlan = { ...labPlan(host, kind), access: { token: { env: 'MATRIX_ADMIN_TOKEN' } } }
    ;({ root, surfaces } = await everySurface(plan, env, host))
    await (surfaces['host command'] as LocalSurface)('register-user', { username: 'first', password: old })
    await callHostCommandInBulk(
      host,
      accountsOf('set').map(({ username }) => ({ username, password: old })),
    )
  })

  afterAll(() => rm(root, { recursive: true }))

  it('gives each password exactly, or refuses it by a rule and leaves the old one; nothing of it is seen or executed', async () => {
    const watcher = await watchCommandLines(host)
    const accounts = accountsOf('set')
    const reported = await shareOut(surfaces, 'set-password', accounts, kind)
    const commandLines = await watcher.stop()
    const wrong = await inParallel(accounts, 4, async ({ username, password }, index) => {
      const wanted = expectedFate(password, kind) === 'created'
      const right =
        reported[index]?.changed === wanted &&
        reported[index]?.failed === !wanted &&
        (await status(url, username, wanted ? password : old)) &&
        (wanted || password === '' || !(await status(url, username, password)))
      return right ? undefined : { password, wanted, ...reported[index] }
    })
    expect(wrong.filter(Boolean)).toEqual([])
    await expectUnseen(host, {
      commandLines,
      outputs: reported.map(({ message }) => message),
      left: JSON.stringify(readTree(root)),
      secrets: Object.values(env),
    })
  })
})

describe('MAS, by its Admin API', () => {
  it('registers with and sets each password exactly; nothing of it is seen or executed', async () => {
    const state = mkdtempSync(join(tmpdir(), 'registrar-state-'))
    const mas = await startMas({ prefix: '/auth', minimumComplexity: 0 })
    const env = { [clientSecretVariable]: mas.adminApi.clientSecret }
    const { root, surfaces } = await everySurface(masPlan(mas, state), env)
    try {
      const watcher = await watchCommandLines(host)
      const accounts = accountsOf('mas').filter(({ password }) => password !== '')
      const registered = await shareOut(surfaces, 'register-user', accounts, 'mas')
      const reversed = accounts.map(({ username }, index) => ({
        username,
        password: `${accounts.at(-1 - index)?.password}`,
      }))
      const isRegistered = await inParallel(accounts, 4, ({ username, password }) =>
        status(mas.url, username, password),
      )
      const set = await shareOut(surfaces, 'set-password', reversed, 'mas')
      const commandLines = await watcher.stop()
      const isSet = await inParallel(reversed, 4, ({ username, password }) => status(mas.url, username, password))
      const wrong = accounts.filter(
        (_, index) => !(registered[index]?.changed && isRegistered[index] && set[index]?.changed && isSet[index]),
      )
      expect(
        wrong.map((account) => ({
          ...account,
          registered: registered[accounts.indexOf(account)],
          set: set[accounts.indexOf(account)],
        })),
      ).toEqual([])
      const left = JSON.stringify([readTree(root), readTree(state)])
      await expectUnseen(host, {
        commandLines,
        outputs: [...registered, ...set].map(({ message }) => message),
        left,
        secrets: [mas.adminApi.clientSecret],
      })
    } finally {
      await mas.stop()
      for (const directory of [root, state]) await rm(directory, { recursive: true })
    }
  })
})
