import { chmodSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { jest } from '@jest/globals'
import { execa } from 'execa'
import type { BecomePlan, HostPlan } from '../../generator/plan/host-plan.ts'
import type { Examination } from '../../generator/run/doctor/examine.ts'
import type { LabHost } from '../lab/host.ts'
import { installJust } from '../lab/install.ts'
import { anyHost } from '../lab/kept.ts'
import { registrar } from '../support/kept-cli.ts'
import { commandLinesWith, watchCommandLines } from '../support/command-lines.ts'
import { makeDirectory, readTree, removeDirectories } from '../support/directory.ts'
import { hostFile } from '../support/host-file.ts'
import { labPlan } from '../support/lab-workspace.ts'
import { unique } from '../support/names.ts'
import { makeWorkspace } from '../support/workspace.ts'

jest.setTimeout(900_000)

let host: LabHost
let sshConfig: string

beforeAll(async () => {
  host = await anyHost()
  const text = `IdentityFile ${host.keyFile}\nIdentitiesOnly yes\nUserKnownHostsFile ${host.knownHosts}\nGlobalKnownHostsFile /dev/null\n`
  sshConfig = join(makeDirectory({ ssh_config: text }), 'ssh_config')
})

afterAll(async () => {
  await host?.stop()
  removeDirectories()
})

async function doctor(plan: HostPlan, words: string[] = []) {
  const cwd = makeDirectory({ 'registrar.yml': hostFile(plan) })
  const { stdout, exitCode } = await registrar(['doctor', '--json', '--ssh-config', sshConfig, ...words], {
    cwd,
    env: { SSH_AUTH_SOCK: '' },
  })
  const { findings } = JSON.parse(stdout) as Examination
  return {
    exitCode,
    findings,
    bad: findings.filter(({ state }) => state === 'bad').map(({ check }) => check),
    of: (check: string) => findings.filter((each) => each.check === check).map(({ detail }) => detail),
  }
}

/** Every account of both homeservers, with its sessions. */
async function kept(): Promise<string> {
  const ask = (database: string, statement: string) =>
    host.shell(`docker exec matrix-postgres psql -U matrix -d ${database} -Atc '${statement}'`)
  return [
    await ask('synapse', 'SELECT name FROM users'),
    await ask('synapse', 'SELECT user_id, device_id FROM devices'),
    await ask('dendrite_userapi', 'SELECT localpart FROM userapi_accounts'),
    await ask('dendrite_userapi', 'SELECT localpart, device_id FROM userapi_devices'),
  ].join('\n')
}

describe.each(['synapse', 'dendrite'] as const)('doctor on a host of the playbook with %s', (kind) => {
  it.each(['root', 'deploy'] as const)('finds all good as %s, and changes nothing', async (user) => {
    const before = await kept()
    const { exitCode, bad, of } = await doctor(labPlan(host, kind, { user }))
    expect({ exitCode, bad }).toEqual({ exitCode: 0, bad: [] })
    expect(of('connection')).toEqual([`${user}@127.0.0.1, port ${host.port}`])
    expect(of('sudo')).toEqual(user === 'root' ? [] : ['becomes root'])
    expect(of('docker')[0]).toMatch(/^Docker \d/)
    expect(of('container')).toEqual([
      expect.stringMatching(`^matrix-${kind}: localhost/matrix-${kind}, Up`),
      expect.stringMatching(/^matrix-postgres: /),
    ])
    expect(of('service')).toEqual([
      `matrix-${kind}.service is active (running)`,
      'matrix-postgres.service is active (running)',
    ])
    expect(of('database')[0]).toMatch(/^can be read/)
    expect(await kept()).toBe(before)
  })

  it('finds nothing wrong after setup-access, of which no command line and no output has a secret', async () => {
    const cwd = makeDirectory({ 'registrar.yml': hostFile(labPlan(host, kind, { user: 'deploy' })) })
    const run = (...words: string[]) =>
      registrar([...words, '--ssh-config', sshConfig], { cwd, env: { SSH_AUTH_SOCK: '' } })
    const watcher = await watchCommandLines(host)
    const setUp = await run('setup-access', '--yes', '--username', unique('registrar'))
    const commandLines = await watcher.stop()
    expect(setUp).toMatchObject({ exitCode: 0, stderr: '' })
    const doctor = await run('doctor')
    expect(doctor).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('is a server admin') })
    const secrets = Object.entries(readTree(join(cwd, 'secrets'))).flatMap(([name, text]) =>
      /\.(token|password)$/.test(name) ? [text.trim()] : [],
    )
    expect(secrets.map((secret) => secret.length >= 24)).toEqual([true, true])
    expect(commandLinesWith(secrets, commandLines)).toEqual([])
    const shown = `${setUp.stdout}${doctor.stdout}${await host.journal()}`
    expect(secrets.filter((secret) => shown.includes(secret))).toEqual([])
    expect(await run('setup-access', '--revoke', '--yes')).toMatchObject({ exitCode: 0, stderr: '' })
  })

  it('finds the service stopped, its container gone and the server silent, and starts nothing', async () => {
    await host.shell(`systemctl stop matrix-${kind}.service`)
    try {
      const { exitCode, bad } = await doctor(labPlan(host, kind))
      expect({ exitCode, bad }).toEqual({ exitCode: 1, bad: ['container', 'service', 'server'] })
      expect(await host.shell(`systemctl is-active matrix-${kind}.service || true`)).toContain('inactive')
    } finally {
      await host.shell(`systemctl start matrix-${kind}.service`)
      await host.ready()
    }
  })
})

it.each([
  ['deploypw', { enabled: true }],
  ['nosudo', { enabled: true }],
] as [LabHost['users'][number], BecomePlan][])('finds that sudo refuses %s', async (user, become) => {
  const { exitCode, findings, bad } = await doctor(labPlan(host, 'synapse', { user, become }))
  expect({ exitCode, bad }).toEqual({ exitCode: 1, bad: ['sudo'] })
  expect(findings.find(({ check }) => check === 'sudo')).toMatchObject({
    detail: expect.stringContaining('sudo on synapse.example.org refused'),
    next: expect.stringContaining('--ask-become-pass'),
  })
})

it('finds that Docker may not be used without sudo', async () => {
  const { exitCode, bad } = await doctor(labPlan(host, 'synapse', { user: 'deploy', become: { enabled: false } }))
  expect(exitCode).toBe(1)
  expect(bad).toContain('docker')
})

it('names each hop', async () => {
  const config = `Host synapse-inside\n  HostName 127.0.0.1\n  Port 22\n  HostKeyAlias [127.0.0.1]:${host.port}\n  ProxyJump deploy@127.0.0.1:${host.port}\n`
  const common = `IdentityFile ${host.keyFile}\nIdentitiesOnly yes\nUserKnownHostsFile ${host.knownHosts}\nGlobalKnownHostsFile /dev/null\n`
  const file = join(makeDirectory({ ssh_config: `${config}Host *\n${common}` }), 'ssh_config')
  const plan: HostPlan = {
    ...labPlan(host, 'synapse'),
    connection: { kind: 'ssh', address: 'synapse-inside', user: 'root' },
  }
  const { of } = await doctor(plan, ['--ssh-config', file])
  expect(of('connection')).toEqual([`root@127.0.0.1, port 22 through deploy@[127.0.0.1]:${host.port}`])
})

it('the recipe postgres-cli opens psql on the host', async () => {
  const bin = makeDirectory({ ssh: `#!/bin/sh\nexec /usr/bin/ssh -F ${sshConfig} "$@"\n` })
  chmodSync(join(bin, 'ssh'), 0o755)
  const cwd = makeWorkspace([labPlan(host, 'synapse', { user: 'deploy' })])
  const { stdout } = await execa(
    await installJust(),
    ['postgres-cli', '-d', 'synapse', '-Atc', "SELECT 'two  words', count(*) >= 0 FROM users"],
    { cwd, env: { PATH: [bin, process.env['PATH']].join(delimiter), SSH_AUTH_SOCK: '' }, stdin: 'ignore' },
  )
  rmSync(cwd, { recursive: true })
  expect(stdout).toBe('two  words|t')
})
