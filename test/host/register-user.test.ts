import { rm } from 'node:fs/promises'
import { jest } from '@jest/globals'
import type { LabHost } from '../lab/host.ts'
import { anyHost } from '../lab/kept.ts'
import { devices, login } from '../lab/matrix-client.ts'
import { homeserverUrl, labEnvironment, labPlan } from '../support/lab-workspace.ts'
import { unique } from '../support/names.ts'
import { makeWorkspace, type Run, runJust } from '../support/workspace.ts'

jest.setTimeout(900_000)

let host: LabHost
const roots: string[] = []

beforeAll(async () => {
  host = await anyHost()
})

afterAll(async () => {
  await host?.stop()
  for (const root of roots) await rm(root, { recursive: true })
})

type PlanOptions = Parameters<typeof labPlan>[2]

function workspace(
  homeserver: 'synapse' | 'dendrite',
  options?: PlanOptions,
): (words: string[], env?: Record<string, string>) => Promise<Run> {
  const root = makeWorkspace([labPlan(host, homeserver, options)])
  roots.push(root)
  return (words, env = {}) => runJust(root, words, { env: { ...labEnvironment(host), ...env } })
}

const password = 'correct horse {{ 7*7 }}'

describe.each(['synapse', 'dendrite'] as const)("the playbook's %s over SSH", (kind) => {
  const alice = unique('alice')
  const register = (username: string, options?: PlanOptions, extra: string[] = []) =>
    workspace(kind, options)(['register-user', username, password, 'no', ...extra])

  it('gets the account, with one session after one login, and the output names where to log in', async () => {
    const { exitCode, output, changed } = await register(alice)
    expect(output).toContain(`Created @${alice}:example.org, an ordinary user.`)
    expect(output).toContain('Sign in at https://element.example.org')
    expect({ exitCode, changed }).toEqual({ exitCode: 0, changed: 1 })
    const { accessToken = '' } = await login(homeserverUrl(host, kind), alice, password)
    expect(await devices(homeserverUrl(host, kind), accessToken)).toHaveLength(1)
  })

  it('is predicted under --check from the database', async () => {
    expect((await register('absent', undefined, ['--check'])).output).toContain('Would create @absent:example.org')
    expect((await register(alice, undefined, ['--check'])).output).toContain(`@${alice}:example.org already exists`)
    expect((await login(homeserverUrl(host, kind), 'absent', password)).status).toBe(403)
  })

  if (kind === 'dendrite') return // the rest is the role's own, before and around the program

  it('is reached with sudo, without and with a password', async () => {
    expect((await register(unique('by-sudo'), { user: 'deploy' })).exitCode).toBe(0)
    const become = { enabled: true, password: { env: 'SUDO_PASSWORD' } }
    const run = workspace(kind, { user: 'deploypw', become })
    const { exitCode, output } = await run(['register-user', unique('by-sudo-password'), password, 'no', '-vvv'], {
      SUDO_PASSWORD: host.sudoPassword,
    })
    expect(exitCode).toBe(0)
    expect(output).not.toContain(host.sudoPassword)
  })

  it('says when sudo is refused', async () => {
    for (const user of ['deploypw', 'nosudo'] as const) {
      const { exitCode, output } = await register('nobody', { user })
      expect(exitCode).not.toBe(0)
      expect(output).toMatch(/sudo on \S+ refused/)
    }
  })

  it('is started when its service is stopped, and the account is made once it answers', async () => {
    const username = unique('after-stop')
    await host.shell(`systemctl stop matrix-${kind}.service`)
    const predicted = await register(username, undefined, ['--check'])
    expect(predicted.exitCode).not.toBe(0)
    expect(predicted.output).toContain(`matrix-${kind}.service is stopped and would be started first`)
    const { exitCode, output, changed } = await register(username)
    expect(output).toContain(`Created @${username}:example.org`)
    expect({ exitCode, changed }).toEqual({ exitCode: 0, changed: 1 })
    await host.ready()
    expect((await login(homeserverUrl(host, kind), username, password)).status).toBe(200)
  })
})

it('says that a host cannot be reached', async () => {
  const plan = {
    ...labPlan(host, 'synapse'),
    connection: { kind: 'ssh', address: '127.0.0.1', port: 9, user: 'root' } as const,
  }
  const root = makeWorkspace([plan])
  roots.push(root)
  const { exitCode, output } = await runJust(root, ['register-user', 'nobody', password, 'no'], {
    env: labEnvironment(host),
  })
  expect(exitCode).not.toBe(0)
  expect(output).toContain('Cannot connect to synapse.example.org')
})

it('refuses several hosts when none is named', async () => {
  const root = makeWorkspace([labPlan(host, 'synapse'), labPlan(host, 'dendrite')])
  roots.push(root)
  const words = ['register-user', unique('several'), password, 'no']
  const refused = await runJust(root, words, { env: labEnvironment(host) })
  expect(refused.exitCode).not.toBe(0)
  expect(refused.output).toMatch(
    /several hosts; choose one: (synapse|dendrite)\.example\.org, (synapse|dendrite)\.example\.org/,
  )
  const named = await runJust(root, [...words, '--limit', 'dendrite.example.org'], { env: labEnvironment(host) })
  expect(named.exitCode).toBe(0)
})
