import { rm } from 'node:fs/promises'
import { jest } from '@jest/globals'
import { type LabHost, startHost } from '../lab/host.ts'
import { labPlan } from '../support/lab-workspace.ts'
import { type Surface, surfacesOf, type Told } from '../support/surfaces.ts'

jest.setTimeout(900_000)

let host: LabHost

beforeAll(async () => {
  host = await startHost({ bcryptRounds: 4 })
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

const paths = {
  synapse: { config: '/matrix/synapse/config/homeserver.yaml', unit: '/etc/systemd/system/matrix-synapse.service' },
  dendrite: { config: '/matrix/dendrite/config/dendrite.yaml', unit: '/etc/systemd/system/matrix-dendrite.service' },
}

function cases(kind: 'synapse' | 'dendrite'): Record<string, Case> {
  const { config, unit } = paths[kind]
  const service = `matrix-${kind}.service`
  const stop = `systemctl stop ${service}`
  return {
    created: { says: 'was registered as an ordinary user', changed: true },
    exists: { username: 'created', says: 'already exists; password and admin rights were left alone' },
    'would be created': { check: true, says: 'would be registered as an ordinary user', changed: true },
    'would exist': { username: 'created', check: true, says: 'would be left alone' },
    'upper case': { username: 'John', says: 'cannot be a username', failed: true },
    'another domain': { username: '@john:example.com', says: 'is not an account of example.org', failed: true },
    'too long': { password: 'x'.repeat(73), says: 'has 73 bytes', failed: true },
    ...(kind === 'dendrite' ? { 'too short': { password: 'seven77', says: 'has 7 bytes', failed: true } } : {}),
    'service stopped': { before: stop, says: 'was registered', changed: true },
    'service stopped, only asked': { check: true, before: stop, after: `systemctl start ${service}`, says: 'is stopped and would be started first', changed: true, failed: true },
    'service masked': {
      before: `${stop}; mv ${unit} /root/unit; systemctl mask ${service}`,
      after: `systemctl unmask ${service}; mv /root/unit ${unit}; systemctl daemon-reload; systemctl start ${service}`,
      says: 'could not be started',
      failed: true,
    },
    'not installed': {
      before: `${stop}; mv ${unit} /root/unit; systemctl daemon-reload`,
      after: `mv /root/unit ${unit}; systemctl daemon-reload; systemctl start ${service}`,
      says: `There is no ${service}`,
      failed: true,
    },
    'no shared secret': {
      before: `cp -p ${config} /root/config; sed -i '/registration_shared_secret/d' ${config}`,
      after: `cp -p /root/config ${config}`,
      says: 'has no registration_shared_secret',
      failed: true,
    },
    'another shared secret': {
      before: `cp -p ${config} /root/config; sed -i 's/\\(registration_shared_secret"\\?: \\)"\\?[^",]*"\\?/\\1"another"/' ${config}`,
      after: `cp -p /root/config ${config}`,
      says: 'does not know the registration_shared_secret',
      failed: true,
    },
    'no configuration': { before: `mv ${config} /root/config`, after: `mv /root/config ${config}`, says: 'configuration could not be read', failed: true },
  }
}

describe.each(['synapse', 'dendrite'] as const)('on %s, just, the CLI and the host command agree', (kind) => {
  let root: string
  let surfaces: Record<string, Surface>

  beforeAll(async () => {
    ;({ root, surfaces } = await surfacesOf(host, labPlan(host, kind)))
  })

  afterAll(() => rm(root, { recursive: true }))

  it.each(Object.entries(cases(kind)))('%s', async (name, { username, password = 'correct horse', check = false, before, after, says, changed = false, failed = false }) => {
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
    expect(ansible).toEqual({ message: expect.stringContaining(says) as string, changed, failed })
    for (const [surface, other] of Object.entries(others)) expect({ surface, ...other }).toEqual({ surface, ...ansible })
  })
})
