import { rm } from 'node:fs/promises'
import { jest } from '@jest/globals'
import { type LabHost, startHost } from '../lab/host.ts'
import { breakages } from '../support/breakages.ts'
import { labPlan } from '../support/lab-workspace.ts'
import { type Surface, surfacesOf, type Reported } from '../support/surfaces.ts'

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
  /** On the host, before and after. */
  before?: string
  after?: string
  /** What was done before is undone by who is asked: so one after the other. */
  mends?: boolean
  says: string
  changed?: boolean
  failed?: boolean
  /** Not through Ansible: its tasks are tried with Synapse, and depend on the server only by the program's answer. */
  byPrograms?: boolean
}

/** What the role and the CLI find out without the program, the same for both servers. */
function casesOfTheRole(): Record<string, Case> {
  const broken = breakages('synapse')
  return {
    'upper case': { username: 'John', says: 'cannot be a username', failed: true },
    'another domain': { username: '@john:example.com', says: 'is not an account of example.org', failed: true },
    'service stopped, only asked': {
      ...broken.stopped,
      check: true,
      says: 'is stopped and would be started first',
      changed: true,
      failed: true,
    },
    'service masked': { ...broken.masked, says: 'could not be started', failed: true },
    'not installed': { ...broken['not installed'], says: 'There is no matrix-synapse.service', failed: true },
  }
}

function cases(kind: 'synapse' | 'dendrite'): Record<string, Case> {
  const broken = breakages(kind)
  const byPrograms = kind === 'dendrite'
  return {
    ...(kind === 'synapse' ? casesOfTheRole() : {}),
    created: { says: 'an ordinary user', changed: true },
    exists: { username: 'created', says: 'already exists; nothing was changed', byPrograms },
    'would be created': { check: true, says: 'Would create', changed: true, byPrograms },
    'would exist': { username: 'created', check: true, says: 'nothing would change', byPrograms },
    'too long': { password: 'x'.repeat(73), says: 'has 73 bytes', failed: true, byPrograms },
    ...(kind === 'dendrite' ? { 'too short': { password: 'seven77', says: 'has 7 bytes', failed: true } } : {}),
    'service stopped': { before: broken.stopped.before, mends: true, says: 'Created @', changed: true },
    'no shared secret': {
      ...broken['no shared secret'],
      says: 'has no registration_shared_secret',
      failed: true,
      byPrograms,
    },
    'another shared secret': {
      ...broken['another shared secret'],
      says: 'does not know the registration_shared_secret',
      failed: true,
    },
    'no configuration': {
      ...broken['no configuration'],
      says: 'configuration could not be read',
      failed: true,
      byPrograms,
    },
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
      { before, after, says, changed = false, failed = false, byPrograms = false, mends = false, ...how },
    ) => {
      const asked = Object.keys(surfaces).filter((surface) => !(byPrograms && surface === 'ansible'))
      const reported: Record<string, Reported> = {}
      const tell = async (surface: string) => (reported[surface] = await askBy(surface, name, how))
      for (const surfaces of mends ? asked.map((surface) => [surface]) : [asked]) {
        if (before) await host.shell(before)
        await Promise.all(surfaces.map(tell))
        if (after) await host.shell(after)
        if (before) await host.ready()
      }
      const [first = '', ...others] = asked
      expect(reported[first]).toEqual({
        message: expect.stringContaining(says) as string,
        next: failed ? [] : expect.any(Array),
        changed,
        failed,
      })
      for (const surface of others) expect({ surface, ...reported[surface] }).toEqual({ surface, ...reported[first] })
    },
  )

  /** On an account of the surface's own, whose name is shown as NAME. */
  async function askBy(surface: string, name: string, how: Pick<Case, 'username' | 'password' | 'check'>) {
    const { username, password = 'correct horse', check = false } = how
    const own = (what: string) => `${what.replaceAll(/\W/g, '-')}-${surface.replaceAll(' ', '-')}`
    const asked = username === 'created' ? own('created') : (username ?? own(name))
    const answer = await (surfaces[surface] as Surface)({ username: asked, password, check })
    return { ...answer, message: answer.message.replaceAll(asked, 'NAME') }
  }
})
