import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { LabUnavailable } from '../lab-unavailable.ts'
import type { MasSetup, StartedMas } from '../mas.ts'
import { poll } from '../poll.ts'
import { type Database, startPostgres } from '../postgres.ts'
import { type RunningProcess, startProcess, tail } from '../process.ts'

/** The mas-cli that REGISTRAR_LAB_MAS names, with a PostgreSQL of its own; ready when this answers. */
export const startRealMas = async (setup: MasSetup): Promise<StartedMas> => {
  const { program, share } = readEnvironment()
  const dir = await mkdtemp(join(tmpdir(), 'registrar-mas-'))
  const postgres = await startPostgres()
  const clean = async () => {
    await postgres.stop()
    await rm(dir, { recursive: true, force: true })
  }
  try {
    const configPath = join(dir, 'config.yaml')
    await writeFile(configPath, JSON.stringify(config(setup, await postgres.createDatabase('mas'), share)), {
      mode: 0o600,
    })
    const masCli = [program, '--config', configPath] as const
    const start = () => startServer([...masCli, 'server'], dir, setup.url)
    let server = await start()
    return {
      isReal: true,
      masCli,
      violations: [],
      halt: () => server.stop(),
      resume: async () => {
        server = await start()
      },
      stop: async () => {
        await server.stop()
        await clean()
      },
    }
  } catch (error) {
    await clean()
    throw error
  }
}

const startServer = async (
  command: readonly [string, ...string[]],
  dir: string,
  url: string,
): Promise<RunningProcess> => {
  const outputPath = join(dir, 'output.log')
  const server = startProcess({ command, cwd: dir, outputPath })
  try {
    await poll(async () => !server.isRunning() || (await fetch(`${url}/health`)).ok, { what: 'MAS' })
    if (!server.isRunning()) throw new Error('MAS ended')
    return server
  } catch (error) {
    await server.stop()
    throw new Error(`MAS did not start:\n${await tail(outputPath)}`, { cause: error })
  }
}

const readEnvironment = (): { program: string; share: string } => {
  const { REGISTRAR_LAB_MAS: program = '', REGISTRAR_LAB_MAS_SHARE: share } = process.env
  if (!share) throw new LabUnavailable('REGISTRAR_LAB_MAS_SHARE is not set')
  return { program, share }
}

/** MAS's configuration, as JSON, which is YAML (element-hq/matrix-authentication-service v1.22.0, docs/reference/configuration.md). */
const config = (setup: MasSetup, database: Database, share: string) => ({
  http: {
    public_base: `${setup.url}/`,
    listeners: [
      {
        name: 'web',
        prefix: setup.prefix || '/',
        resources: resources(setup),
        binds: [{ address: `${setup.bind}:${setup.port}` }],
      },
    ],
  },
  database: { uri: database.url },
  matrix: { homeserver: setup.synapse.domain, secret: setup.secret, endpoint: setup.synapse.url },
  secrets: { encryption: randomBytes(32).toString('hex'), keys: [{ kid: 'lab', key: makeKey() }] },
  passwords: {
    enabled: setup.passwords,
    minimum_complexity: setup.minimumComplexity,
    schemes: [{ version: 1, algorithm: 'argon2id' }],
  },
  clients: [setup.adminApi, setup.outsider].map(({ clientId, clientSecret }) => ({
    client_id: clientId,
    client_auth_method: 'client_secret_basic',
    client_secret: clientSecret,
  })),
  policy: { wasm_module: join(share, 'policy.wasm'), data: { admin_clients: [setup.adminApi.clientId] } },
  templates: {
    path: join(share, 'templates'),
    assets_manifest: join(share, 'manifest.json'),
    translations_path: join(share, 'translations'),
  },
  email: { transport: 'blackhole' },
  experimental: { access_token_ttl: setup.tokenLifetime },
  account: { password_registration_enabled: setup.registration, registration_token_required: setup.registration },
  rate_limiting: { login: { per_ip: wideOpen, per_account: wideOpen } },
})

const resources = ({ servesAdminApi }: MasSetup): { name: string }[] =>
  ['discovery', 'human', 'oauth', 'compat', 'graphql', 'health', ...(servesAdminApi ? ['adminapi'] : [])].map(
    (name) => ({ name }),
  )

const makeKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()

const wideOpen = { burst: 100_000, per_second: 100_000 }
