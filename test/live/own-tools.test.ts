import { chmodSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { jest } from '@jest/globals'
import { execa } from 'execa'
import type { HostPlan } from '../../generator/plan/host-plan.ts'
import { installJust } from '../lab/install.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { localPlan } from '../support/plans.ts'
import { makeWorkspace } from '../support/workspace.ts'

jest.setTimeout(900_000)
afterAll(removeDirectories)

/** Programs that say how they were called: ssh hands its last word to a shell, as the real one does. */
const says = (name: string) => `#!/bin/sh\nprintf '${name}'; printf ' <%s>' "$@"; echo\n`
const bin = makeDirectory({
  docker: says('docker'),
  sudo: says('sudo'),
  ssh: '#!/bin/bash\nprintf "ssh <%s>\\n" "${*:1:$#-1}"; exec sh -c "${@: -1}"\n',
})
for (const name of ['docker', 'sudo', 'ssh']) chmodSync(join(bin, name), 0o755)

const base: HostPlan = {
  ...localPlan('synapse', { url: '', configPath: '' }),
  authority: 'mas',
  deployment: { kind: 'playbook' },
}
const far: HostPlan = {
  ...base,
  host: 'far.example.org',
  connection: { kind: 'ssh', address: '192.0.2.7', port: 2222, user: 'deploy' },
}

async function just(plans: HostPlan[], words: string[]) {
  const cwd = makeWorkspace(plans)
  const { stdout, stderr, exitCode } = await execa(await installJust(), words, {
    cwd,
    env: { PATH: [bin, process.env['PATH']].join(delimiter) },
    reject: false,
    stdin: 'ignore',
  })
  rmSync(cwd, { recursive: true })
  return { stdout, stderr, exitCode }
}

const awkward = ['manage', 'add-email', "o'neil", 'two  words', '$(id) *']
const asGiven = awkward.map((word) => `<${word}>`).join(' ')

it('mas-cli gets its arguments exactly, on this machine', async () => {
  expect((await just([base], ['mas-cli', ...awkward])).stdout).toBe(
    `docker <exec> <-i> <matrix-authentication-service> <mas-cli> ${asGiven}`,
  )
})

it('mas-cli gets its arguments exactly, over SSH and behind sudo', async () => {
  const { stdout } = await just([{ ...far, become: { enabled: true, user: 'root' } }], ['mas-cli', ...awkward])
  expect(stdout).toBe(
    `ssh <-p 2222 -l deploy -- 192.0.2.7>\nsudo <-u> <root> <--> <docker> <exec> <-i> <matrix-authentication-service> <mas-cli> ${asGiven}`,
  )
})

it('names the host where there are several, and says which there are', async () => {
  const plans = [
    base,
    far,
    {
      ...base,
      host: 'native.example.org',
      deployment: localPlan('synapse', { url: 'http://127.0.0.1:8008', configPath: '/x' }).deployment,
    },
  ]
  expect((await just(plans, ['mas-cli', 'far.example.org', 'doctor'])).stdout).toBe(
    'ssh <-p 2222 -l deploy -- 192.0.2.7>\ndocker <exec> <-i> <matrix-authentication-service> <mas-cli> <doctor>',
  )
  expect(await just(plans, ['mas-cli', 'native.example.org', 'doctor'])).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('Choose one of: matrix.example.org, far.example.org'),
  })
})

it('is formatted as just formats it', async () => {
  for (const plans of [[base], [base, far]])
    expect(await just(plans, ['--fmt', '--check', '--unstable'])).toMatchObject({ exitCode: 0 })
})

it.each([
  ['no mas-cli where there is no MAS', 'mas-cli', { ...base, authority: 'synapse' as const }],
  [
    "no postgres-cli on a host that is not the playbook's",
    'postgres-cli',
    localPlan('synapse', { url: 'http://127.0.0.1:8008', configPath: '/x' }),
  ],
])('is %s', async (_what, recipe, plan) => {
  expect((await just([plan], [recipe])).stderr).toContain(`does not contain recipe \`${recipe}\``)
})
