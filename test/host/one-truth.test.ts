import { rm } from 'node:fs/promises'
import { jest } from '@jest/globals'
import { type LabHost, startHost } from '../lab/host.ts'
import { breakages } from '../support/breakages.ts'
import { labPlan } from '../support/lab-workspace.ts'
import { type Surface, surfacesOf, type Told } from '../support/surfaces.ts'

jest.setTimeout(900_000)

let host: LabHost

beforeAll(async () => {
  host = await startHost()
})

afterAll(() => host?.stop())

interface Case {
  username?: string
  password?: string
  check?: boolean
  /** On the host, before each surface; and after all of them. */
  before?: string
  after?: string
  says: string
  changed?: boolean
  failed?: boolean
}

function cases(kind: 'synapse' | 'dendrite'): Record<string, Case> {
  const broken = breakages(kind)
  return {
    created: { says: 'was registered as an ordinary user', changed: true },
    exists: { username: 'created', says: 'already exists; password and admin rights were left alone' },
    'would be created': { check: true, says: 'would be registered as an ordinary user', changed: true },
    'would exist': { username: 'created', check: true, says: 'would be left alone' },
    'upper case': { username: 'John', says: 'cannot be a username', failed: true },
    'another domain': { username: '@john:example.com', says: 'is not an account of example.org', failed: true },
    'too long': { password: 'x'.repeat(73), says: 'has 73 bytes', failed: true },
    ...(kind === 'dendrite' ? { 'too short': { password: 'seven77', says: 'has 7 bytes', failed: true } } : {}),
    'service stopped': { before: broken.stopped.before, says: 'was registered', changed: true },
    'service stopped, only asked': {
      ...broken.stopped,
      check: true,
      says: 'is stopped and would be started first',
      changed: true,
      failed: true,
    },
    'service masked': { ...broken.masked, says: 'could not be started', failed: true },
    'not installed': { ...broken['not installed'], says: `There is no matrix-${kind}.service`, failed: true },
    'no shared secret': { ...broken['no shared secret'], says: 'has no registration_shared_secret', failed: true },
    'another shared secret': {
      ...broken['another shared secret'],
      says: 'does not know the registration_shared_secret',
      failed: true,
    },
    'no configuration': { ...broken['no configuration'], says: 'configuration could not be read', failed: true },
  }
}

describe.each(['synapse', 'dendrite'] as const)('on %s, just, the CLI and the host command agree', (kind) => {
  let root: string
  let surfaces: Record<string, Surface>

  beforeAll(async () => {
    ;({ root, surfaces } = await surfacesOf(host, labPlan(host, kind)))
  })

  afterAll(() => rm(root, { recursive: true }))

  it.each(Object.entries(cases(kind)))(
    '%s',
    async (
      name,
      { username, password = 'correct horse', check = false, before, after, says, changed = false, failed = false },
    ) => {
      const told: Record<string, Told> = {}
      for (const [surface, ask] of Object.entries(surfaces)) {
        if (before) await host.shell(before)
        const asked = username ?? `${name.replaceAll(/\W/g, '-')}-${surface.replaceAll(' ', '-')}`
        const existing = username === 'created' ? `created-${surface.replaceAll(' ', '-')}` : asked
        const answer = await ask({ username: existing, password, check })
        told[surface] = { ...answer, message: answer.message.replaceAll(existing, 'NAME') }
        if (after) await host.shell(after)
        await host.ready()
      }
      const { ansible, ...others } = told
      expect(ansible).toEqual({
        message: expect.stringContaining(says) as string,
        next: failed ? [] : expect.any(Array),
        changed,
        failed,
      })
      for (const [surface, other] of Object.entries(others))
        expect({ surface, ...other }).toEqual({ surface, ...ansible })
    },
  )
})
