import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { jest } from '@jest/globals'
import { execa } from 'execa'
import { type LabHost, startHost } from '../lab/host.ts'
import { login } from '../lab/matrix-client.ts'
import { entry, registrar } from '../support/cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { hostFile } from '../support/host-file.ts'
import { labPlan } from '../support/lab-workspace.ts'
import { writeSshConfig } from '../support/surfaces.ts'

jest.setTimeout(900_000)

let host: LabHost
let sshConfig: string

beforeAll(async () => {
  host = await startHost({ bcryptRounds: 10 })
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
    cwd = makeDirectory({ 'registrar.yml': hostFile({ ...labPlan(host, 'synapse', { user }), users: names.map((username) => ({ username, generate: { file: `passwords/${username}` } })) }) })
  })

  const run = (...words: string[]) => registrar([...words, '--ssh-config', sshConfig], { cwd, env })

  it('lets one at a time, leaves no lock when it is killed, and is right when it is run again', async () => {
    const first = execa(process.execPath, [entry, 'apply', '--yes', '--ssh-config', sshConfig], { cwd, env, reject: false, stdin: 'ignore' })
    const begun = new Promise((resolve) => first.stderr.on('data', (text: Buffer) => text.toString().includes('accounts declared') && resolve('begun')))
    expect(await Promise.race([begun, first])).toBe('begun')
    expect(await run('apply', '--yes')).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('Another registrar is changing the accounts') })
    first.kill('SIGKILL')
    expect((await first).signal).toBe('SIGKILL')
    await delay(500)
    expect(await run('apply', '--yes')).toMatchObject({ exitCode: 0 })
    expect(await run('plan')).toMatchObject({ exitCode: 0, stdout: '' })
    for (const name of names) expect([name, (await login(host.synapseUrl, name, readFileSync(join(cwd, 'passwords', name), 'utf8').trim())).status]).toEqual([name, 200])
  })
})
