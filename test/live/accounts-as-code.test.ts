import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { execPath } from 'node:process'
import { jest } from '@jest/globals'
import { execa } from 'execa'
import { parse } from 'yaml'
import type { HostPlan } from '../../generator/plan/host-plan.ts'
import type { Homeserver } from '../lab/homeserver.ts'
import { login } from '../lab/matrix-client.ts'
import { startSynapse } from '../lab/synapse.ts'
import { entry, registrar } from '../support/cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { copyExample } from '../support/examples.ts'
import { hostFile } from '../support/host-file.ts'
import { ownLock } from '../support/own-lock.ts'
import { localPlan } from '../support/plans.ts'

jest.setTimeout(900_000)

ownLock()

type Jobs = Record<string, { script?: string[]; steps?: { run?: string }[]; before_script?: string[] }>

/** What the example's pipelines do, run as their runners would, but for installing. */
describe('the pipelines of accounts-as-code', () => {
  let server: Homeserver
  let plan: HostPlan

  beforeAll(async () => {
    const synapse = await startSynapse()
    server = synapse
    plan = localPlan('synapse', synapse, synapse.python)
  })

  afterAll(async () => {
    await server?.stop()
    removeDirectories()
  })

  /** The example, for our server; `registrar` and an npm that does nothing stand first on the path. */
  async function checkout(username: string) {
    const cwd = copyExample('accounts-as-code')
    writeFileSync(
      join(cwd, 'registrar.yml'),
      hostFile({ ...plan, users: [{ username, password: { env: 'ALICE_PASSWORD' } }] }),
    )
    expect((await registrar(['generate'], { cwd })).exitCode).toBe(0)
    const bin = makeDirectory({ npm: '#!/bin/sh\n', registrar: `#!/bin/sh\nexec '${execPath}' '${entry}' "$@"\n` })
    for (const name of ['npm', 'registrar']) chmodSync(join(bin, name), 0o755)
    const home = makeDirectory()
    await execa('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(home, 'key')])
    const env = {
      HOME: home,
      PATH: [bin, process.env['PATH']].join(delimiter),
      NODE_OPTIONS: '',
      ALICE_PASSWORD: 'the password of alice',
    }
    const run = (lines: string[], more: Record<string, string> = {}) =>
      execa('bash', ['-e', '-o', 'pipefail', '-c', lines.join('\n')], {
        cwd,
        env: { ...env, ...more },
        all: true,
        reject: false,
        stdin: 'ignore',
      })
    return { cwd, home, run }
  }

  const yaml = (cwd: string, path: string) => parse(readFileSync(join(cwd, path), 'utf8')) as Record<string, unknown>
  const killAgent = '\nssh-agent -k > /dev/null'

  it('on GitHub: check, tell in the summary, and apply', async () => {
    const { cwd, home, run } = await checkout('of-github')
    const { on, jobs } = yaml(cwd, '.github/workflows/matrix-accounts.yml') as { on: object; jobs: Jobs }
    expect(Object.keys(on)).toEqual(['pull_request', 'push', 'schedule']) // at night, last days are over
    const runs = (job: string) => (jobs[job]?.steps ?? []).flatMap(({ run: script }) => script ?? [])
    const summary = join(home, 'summary')
    const runner = {
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_ENV: join(home, 'env'),
      KNOWN_HOSTS: 'server ssh-ed25519 AAAA',
      SSH_KEY: readFileSync(join(home, 'key'), 'utf8').trim(),
    }
    for (const script of runs('check')) expect(await run([script])).toMatchObject({ exitCode: 0 })
    const [install = '', key = '', tell = '', apply = ''] = runs('accounts')
    expect(await run([install])).toMatchObject({ exitCode: 0 })
    expect(await run([key + killAgent], runner)).toMatchObject({ exitCode: 0 })
    expect(readFileSync(runner.GITHUB_ENV, 'utf8')).toMatch(/^SSH_AUTH_SOCK=\/.+\n$/)
    expect(readFileSync(join(home, '.ssh/known_hosts'), 'utf8')).toBe('server ssh-ed25519 AAAA\n')
    expect(await run([tell], runner)).toMatchObject({ exitCode: 0 })
    expect(readFileSync(summary, 'utf8')).toContain('```diff\n+ @of-github:example.org  create\n')
    expect((await login(server.url, 'of-github', 'the password of alice')).status).toBe(403)
    expect(await run([apply])).toMatchObject({ exitCode: 0 })
    expect((await login(server.url, 'of-github', 'the password of alice')).status).toBe(200)
  })

  it('on GitLab: check, tell in an artifact, and apply; a plan that fails is a failure', async () => {
    const { cwd, home, run } = await checkout('of-gitlab')
    const jobs = yaml(cwd, '.gitlab-ci.yml') as Jobs
    const runner = { MATRIX_KNOWN_HOSTS: 'server ssh-ed25519 AAAA', MATRIX_SSH_KEY: join(home, 'key') }
    const before = [...(jobs['.server']?.before_script ?? [])]
    expect(await run(jobs['check']?.script ?? [])).toMatchObject({ exitCode: 0 })
    expect(await run([...before, ...(jobs['plan']?.script ?? []), killAgent], runner)).toMatchObject({ exitCode: 0 })
    expect(readFileSync(join(cwd, 'plan.txt'), 'utf8')).toContain('+ @of-gitlab:example.org  create')
    expect(await run(jobs['apply']?.script ?? [])).toMatchObject({ exitCode: 0 })
    expect((await login(server.url, 'of-gitlab', 'the password of alice')).status).toBe(200)
    writeFileSync(
      join(cwd, 'registrar.yml'),
      hostFile({
        ...plan,
        deployment: { ...plan.deployment, address: 'http://127.0.0.1:9' },
        users: [{ username: 'x' }],
      } as HostPlan),
    )
    expect((await run(jobs['plan']?.script ?? [])).exitCode).not.toBe(0)
  })

  it('before a commit: the hooks name commands that there are', async () => {
    const { cwd, run } = await checkout('of-pre-commit')
    const hooks = parse(readFileSync(join(import.meta.dirname, '../../.pre-commit-hooks.yaml'), 'utf8')) as {
      id: string
      entry: string
    }[]
    const { repos } = yaml(cwd, '.pre-commit-config.yaml') as { repos: { hooks: { id: string }[] }[] }
    expect(repos.flatMap((repo) => repo.hooks.map(({ id }) => id))).toEqual(hooks.map(({ id }) => id))
    for (const hook of hooks) expect(await run([hook.entry])).toMatchObject({ exitCode: 0 })
    writeFileSync(join(cwd, 'registrar.yml'), hostFile({ ...plan, users: [{ username: 'another' }] }))
    expect((await run([hooks[1]?.entry ?? ''])).exitCode).toBe(1)
  })
})
