import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { execa } from 'execa'
import type { UserPlan } from '../../generator/plan/host-plan.ts'
import { type LabHost, startHost } from '../lab/host.ts'
import { login } from '../lab/matrix-client.ts'
import { poll } from '../lab/poll.ts'
import { entry } from '../support/cli.ts'
import { registrar } from '../support/kept-cli.ts'
import { commandLinesWith, watchCommandLines } from '../support/command-lines.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { hostFile } from '../support/host-file.ts'
import { homeserverUrl, labEnvironment, labPlan } from '../support/lab-workspace.ts'
import { writeSshConfig } from '../support/surfaces.ts'
import { makeWorkspace, runJust } from '../support/workspace.ts'

jest.setTimeout(900_000)

let host: LabHost
let sshConfig: string

/** What keeps two from changing accounts at once, on the host. */
const lock = '/run/matrix-registrar/example.org'
const isFree = async () => (await host.shell(`flock --nonblock ${lock} echo free || true`)).includes('free')

beforeAll(async () => {
  host = await startHost({ bcryptRounds: 10 }) // slow, so that the second run comes while the first is at it
  sshConfig = await writeSshConfig(host, makeDirectory())
})

afterAll(async () => {
  await host?.stop()
  removeDirectories()
})

describe.each(['root', 'deploy'] as const)('accounts as code over SSH, as %s', (user) => {
  const names = Array.from({ length: 40 }, (_, index) => `${user}${index}`)
  const env = { NODE_OPTIONS: '', NO_COLOR: '1' }
  let cwd: string

  beforeAll(() => {
    cwd = makeDirectory({
      'registrar.yml': hostFile({
        ...labPlan(host, 'synapse', { user }),
        users: names.map((username) => ({ username, generate: { file: `passwords/${username}` } })),
      }),
    })
  })

  const run = (...words: string[]) => registrar([...words, '--ssh-config', sshConfig], { cwd, env })

  it('lets one at a time, leaves no lock when it is killed, and is right when it is run again', async () => {
    const first = execa(process.execPath, [entry, 'apply', '--yes', '--ssh-config', sshConfig], {
      cwd,
      env,
      reject: false,
      stdin: 'ignore',
    })
    const begun = new Promise((resolve) =>
      first.stderr.on('data', (text: Buffer) => text.toString().includes('accounts declared') && resolve('begun')),
    )
    expect(await Promise.race([begun, first])).toBe('begun')
    first.kill('SIGSTOP') // so that it has not ended before the other begins
    expect(await run('apply', '--yes')).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('Another registrar is changing accounts'),
    })
    first.kill('SIGKILL')
    expect((await first).signal).toBe('SIGKILL')
    await poll(() => isFree(), { what: 'the end of the lock' })
    expect(await run('apply', '--yes')).toMatchObject({ exitCode: 0 })
    expect(await run('plan')).toMatchObject({ exitCode: 0, stdout: '' })
    for (const name of names)
      expect([
        name,
        (await login(host.synapseUrl, name, readFileSync(join(cwd, 'passwords', name), 'utf8').trim())).status,
      ]).toEqual([name, 200])
  })
})

describe.each(['synapse', 'dendrite'] as const)('ensure-users over SSH, for the %s of the playbook', (homeserver) => {
  const users: UserPlan[] = Array.from({ length: 12 }, (_, index) => ({
    username: `e${index}`,
    password: { env: `E${index}` },
    ...(index === 0 ? { admin: true } : {}),
  }))
  const passwordOf = (index: number) => `converging-${homeserver}-${index} {{ 7*7 }} $(id)`
  const environment = () => ({
    ...labEnvironment(host),
    ...Object.fromEntries(users.map((_, index) => [`E${index}`, passwordOf(index)])),
  })

  it('gives each account its password, shows none to anybody, and keeps to the lock', async () => {
    const root = makeWorkspace([{ ...labPlan(host, homeserver), users }])
    const watch = await watchCommandLines(host)
    const held = execa(
      'docker',
      ['exec', '-i', host.containerId, 'sh', '-c', `mkdir -p ${lock} && exec flock ${lock} cat`],
      { stdin: 'pipe' },
    )
    await poll(async () => !(await isFree()), { what: 'the lock' })
    const kept = await runJust(root, ['ensure-users'], { env: environment() })
    held.stdin.end()
    await held
    const made = await runJust(root, ['ensure-users', '-vvv'], { env: environment() })
    const seen = await watch.stop()
    expect(kept.output).toContain(
      `Another registrar is changing accounts on ${labPlan(host, homeserver).host} right now.`,
    )
    expect([kept.exitCode, kept.changed]).toEqual([2, 0])
    expect([made.exitCode, made.changed]).toEqual([0, 1])
    const secrets = users.map((_, index) => passwordOf(index))
    expect(commandLinesWith(secrets, seen)).toEqual([])
    for (const secret of secrets) expect(made.output).not.toContain(secret)
    for (const [index, { username }] of users.entries())
      expect([username, (await login(homeserverUrl(host, homeserver), username, passwordOf(index))).status]).toEqual([
        username,
        200,
      ])
    expect(await runJust(root, ['plan-users'], { env: environment() })).toMatchObject({ exitCode: 0, changed: 0 })
    rmSync(root, { recursive: true })
  })
})
