import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import type { HostPlan, UserPlan } from '../../generator/plan/host-plan.ts'
import type { UserRecord } from '../../generator/run/result.ts'
import { type Mas, startMas } from '../lab/mas.ts'
import { login } from '../lab/matrix-client.ts'
import { registrar } from '../support/kept-cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { hostFile } from '../support/host-file.ts'
import { clientSecretVariable, masPlan } from '../support/mas-plan.ts'
import { ownLock } from '../support/own-lock.ts'
import { makeWorkspace, runJust } from '../support/workspace.ts'

jest.setTimeout(900_000)

ownLock()

const first = 'C0rrect-horse-9x {{ 7*7 }}'
const second = 'another battery $HOME staple'

describe('accounts as code on MAS', () => {
  const state = mkdtempSync(join(tmpdir(), 'registrar-state-'))
  const roots: string[] = []
  let mas: Mas
  let plan: HostPlan
  let env: Record<string, string>

  beforeAll(async () => {
    mas = await startMas()
    plan = masPlan(mas, state)
    env = { [clientSecretVariable]: mas.adminApi.clientSecret, FIRST: first, SECOND: second }
  })

  afterAll(async () => {
    await mas?.stop()
    for (const root of [state, ...roots]) rmSync(root, { recursive: true })
    removeDirectories()
  })

  interface Surface {
    /** Its output. */
    converge(users: UserPlan[]): Promise<string>
    /** Whether something would change. */
    wouldChange(users: UserPlan[]): Promise<boolean>
  }

  const run = (users: UserPlan[], ...words: string[]) =>
    registrar(words, { cwd: makeDirectory({ 'registrar.yml': hostFile({ ...plan, users }) }), env })
  const just = (users: UserPlan[], recipe: string) => {
    const root = makeWorkspace([{ ...plan, users }])
    roots.push(root)
    return runJust(root, [recipe], { env })
  }

  const surfaces: Record<string, Surface> = {
    'registrar apply': {
      converge: async (users) => {
        const { exitCode, stdout, stderr } = await run(users, 'apply', '--yes')
        expect([exitCode, exitCode === 0 ? '' : stderr]).toEqual([0, ''])
        return stdout + stderr
      },
      wouldChange: async (users) => (await run(users, 'plan')).exitCode !== 0,
    },
    'ensure-users': {
      converge: async (users) => {
        const { exitCode, output } = await just(users, 'ensure-users')
        expect([exitCode, exitCode === 0 ? '' : output]).toEqual([0, ''])
        return output
      },
      wouldChange: async (users) => (await just(users, 'plan-users')).changed !== 0,
    },
  }

  it.each(Object.entries(surfaces))(
    '%s makes, changes, locks, closes and brings back',
    async (name, { converge, wouldChange }) => {
      const of = (username: string) => `${username}-${name.split(' ').at(-1)}`
      const shown = async (username: string) =>
        (JSON.parse((await run([], 'show-user', of(username), '--json')).stdout) as { user: UserRecord }).user
      const statusOf = async (username: string, password: string) =>
        (await login(mas.url, of(username), password)).status
      const password = { env: 'FIRST' }

      const declared: UserPlan[] = [
        {
          username: of('alice'),
          displayName: 'Alice {{ x }}',
          admin: true,
          emails: [`${of('alice')}@example.org`],
          password,
        },
        { username: of('ben'), password, state: 'locked' },
        { username: of('carol'), password },
      ]
      const made = await converge(declared)
      for (const line of [
        `+ @${of('alice')}:example.org  create, as a server admin`,
        `~ @${of('alice')}:example.org  emails: + ${of('alice')}@example.org`,
        `- @${of('ben')}:example.org  state: present -> locked`,
      ])
        expect(made).toContain(line)
      expect(await wouldChange(declared)).toBe(false)
      expect(await shown('alice')).toMatchObject({
        display_name: 'Alice {{ x }}',
        admin: true,
        emails: [`${of('alice')}@example.org`],
      })
      expect(await shown('ben')).toMatchObject({ locked: true })
      expect([await statusOf('alice', first), await statusOf('carol', first)]).toEqual([200, 200])

      const changed: UserPlan[] = [
        { username: of('alice'), admin: false },
        { username: of('ben'), state: 'present' },
        { username: of('carol'), state: 'deactivated' },
      ]
      await converge(changed)
      expect(await wouldChange(changed)).toBe(false)
      expect([await shown('alice'), await shown('ben'), await shown('carol')]).toMatchObject([
        { admin: false },
        { locked: false },
        { deactivated: true },
      ])
      expect(await statusOf('ben', first)).toBe(200)

      const back: UserPlan[] = [{ username: of('carol'), state: 'present', password: { env: 'SECOND' } }]
      await converge(back)
      expect(await wouldChange(back)).toBe(false)
      expect([await statusOf('carol', first), await statusOf('carol', second)]).toEqual([403, 200])
    },
  )
})
