import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

import { freePort } from './free-port.ts'
import type { Homeserver } from './homeserver.ts'
import { installSynapse } from './install.ts'
import type { Postgres } from './postgres.ts'
import { runHomeserver } from './run-homeserver.ts'
import { writeSynapseConfig, type SynapseConfig } from './synapse-config.ts'

export interface Synapse extends Homeserver {
  /** The Python that has the `synapse` package. */
  python: string
}

export interface SynapseOptions extends Partial<
  Pick<SynapseConfig, 'port' | 'bcryptRounds' | 'sharedSecret' | 'extra'>
> {
  /** A socket instead of the port, where `extra` has its listener. */
  socket?: string
  /** Outlives this process: `npm run demo -- --keep`. */
  survives?: boolean
  /** The venv that it runs from, default: the pinned one. */
  installed?: Promise<string>
  /** Where it gets a database of its own, instead of SQLite. */
  postgres?: Postgres
}

/** A Synapse of its own on 127.0.0.1, with SQLite in a temporary directory unless it is given a PostgreSQL; ready when this answers. */
export const startSynapse = async ({
  survives = false,
  installed = installSynapse(),
  postgres,
  socket,
  ...options
}: SynapseOptions = {}): Promise<Synapse> => {
  const python = join(await installed, 'bin', 'python')
  const dir = await mkdtemp(join(tmpdir(), 'registrar-synapse-'))
  const port = options.port ?? (await freePort())
  const database = postgres
    ? await onPostgres(postgres, port)
    : { name: 'sqlite3', args: { database: join(dir, 'homeserver.db') } }
  const sharedSecret = await writeSynapseConfig({
    ...options,
    dir,
    seenAs: dir,
    bindAddress: '127.0.0.1',
    port,
    database,
  })

  const configPath = join(dir, 'homeserver.yaml')
  const homeserver = await runHomeserver({
    url: socket ? `unix:${socket}` : `http://127.0.0.1:${port}`,
    dir,
    configPath,
    logPath: join(dir, 'homeserver.log'),
    sharedSecret,
    command: [python, ...(survives ? ['-m', 'synapse.app.homeserver'] : forked(python)), '-c', configPath],
    survives,
  })
  return Object.assign(homeserver, { python })
}

/** Has a fork of a Python of this process, started for the first of its homeservers, run it: see forked-synapse/server.py. */
const forked = (python: string): readonly string[] => {
  const directory = join(tmpdir(), `registrar-synapse-${process.pid}-${basename(dirname(dirname(python)))}`)
  return ['-IS', join(import.meta.dirname, 'forked-synapse', 'client.py'), directory, `${process.pid}`]
}

const onPostgres = async (postgres: Postgres, port: number): Promise<Record<string, unknown>> => {
  const { host, port: databasePort, user, password, name } = await postgres.createDatabase(`synapse_${port}`)
  return { name: 'psycopg2', args: { host, port: databasePort, user, password, dbname: name, cp_min: 1, cp_max: 5 } }
}
