import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { type LabHost, startHost } from '../lab/host.ts'
import { login } from '../lab/matrix-client.ts'
import { commandLinesWith, watchCommandLines } from '../support/command-lines.ts'
import { readTree } from '../support/directory.ts'
import { mark } from '../support/hostile-passwords.ts'
import { homeserverUrl, labEnvironment, labPlan } from '../support/lab-workspace.ts'
import { makeWorkspace, runJust } from '../support/workspace.ts'

jest.setTimeout(900_000)

let host: LabHost

beforeAll(async () => {
  host = await startHost()
})

afterAll(() => host?.stop())

interface Run {
  words?: string[]
  env?: Record<string, string>
  stopped?: boolean
  says: string
  onlyOn?: 'synapse'
}

/** What befalls an account, and what is given to just after its name and password; what is the role's own, on one server. */
const runs: Record<string, Run> = {
  created: { says: 'Created @' },
  debugged: { env: { ANSIBLE_DEBUG: '1', ANSIBLE_KEEP_REMOTE_FILES: '1' }, says: 'Created @' },
  exists: { says: 'already exists', onlyOn: 'synapse' },
  predicted: { words: ['--check'], says: 'Would create', onlyOn: 'synapse' },
  unanswered: {
    words: [
      '-e',
      '{"matrix_users_synapse_url":"http://127.0.0.1:9","matrix_users_dendrite_url":"http://127.0.0.1:9","matrix_users_ready_timeout":2}',
    ],
    stopped: true,
    says: 'does not answer',
  },
  refused: {
    words: [
      '-e',
      '{"matrix_users_synapse_config":["/data/nothing.yaml"],"matrix_users_dendrite_config":["/data/nothing.yaml"]}',
    ],
    says: 'nothing.yaml',
  },
}

it.each(['synapse', 'dendrite'] as const)(
  '%s: at -vvv, created or failed, no secret is in an output, a log, a file or a command line',
  async (kind) => {
    const directory = await mkdtemp(join(tmpdir(), 'registrar-secrets-'))
    const root = makeWorkspace([labPlan(host, kind)])
    const environment = {
      ...labEnvironment(host),
      ANSIBLE_LOG_PATH: join(directory, 'ansible.log'),
      ANSIBLE_LOCAL_TEMP: join(directory, 'ansible'),
    }
    const password = (name: string) => `never-shown-${mark}-${kind}-${name}`
    const watcher = await watchCommandLines(host)
    const outputs: string[] = []
    for (const [name, { words = [], env = {}, stopped, says, onlyOn = kind }] of Object.entries(runs)) {
      if (onlyOn !== kind) continue
      if (stopped) await host.shell(`systemctl stop matrix-${kind}.service`)
      const username = name === 'exists' ? 'created' : name
      const { output } = await runJust(root, ['register-user', username, password(name), 'yes', '-vvv', ...words], {
        env: { ...environment, ...env },
        ansible: kind === 'synapse' ? 'newest' : '2.16',
        alone: true,
      })
      expect(output).toContain(says)
      outputs.push(output)
      await host.ready()
    }
    const commandLines = await watcher.stop()
    const { status, accessToken = '' } = await login(homeserverUrl(host, kind), 'created', password('created'))
    expect(status).toBe(200)

    const typed = [...Object.keys(runs).map(password), accessToken]
    const stored = [host.synapseSharedSecret, host.dendriteSharedSecret, host.databasePassword]
    const left = [...Object.values(readTree(directory)), ...Object.values(readTree(root))].join('\n')
    expect(left).toContain('Created @')
    const seen = { output: outputs.join('\n'), 'files left here': left, "the host's journal": await host.journal() }
    for (const [where, text] of Object.entries(seen))
      expect({ where, secrets: found([...typed, ...stored], text) }).toEqual({ where, secrets: [] })
    expect(found(typed, await host.shell(everyNewFile))).toEqual([])
    expect(commandLinesWith([...typed, ...stored], commandLines)).toEqual([])
    await rm(directory, { recursive: true })
    await rm(root, { recursive: true })
  },
)

const found = (secrets: string[], text: string) => secrets.filter((secret) => text.includes(secret))

/** What was written on the host since it started, but for databases. */
const everyNewFile =
  "find / -xdev -type f -newer /proc/1 -not -path '/matrix/postgres/*' -not -path '/var/lib/docker/*' -not -path '/var/log/journal/*' -size -2M -exec cat {} + 2>/dev/null | tr -d '\\000' || true"
