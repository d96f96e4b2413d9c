import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { freePort } from './free-port.ts'
import type { Homeserver } from './homeserver.ts'
import { installSynapse } from './install.ts'
import { runHomeserver } from './run-homeserver.ts'
import { writeSynapseConfig, type SynapseConfig } from './synapse-config.ts'

export interface Synapse extends Homeserver {
  /** The Python that has the `synapse` package. */
  python: string
}

export interface SynapseOptions extends Partial<Pick<SynapseConfig, 'port' | 'bcryptRounds' | 'sharedSecret' | 'extra'>> {
  /** Outlives this process: `npm run demo -- --keep`. */
  survives?: boolean
}

/** A Synapse of its own on 127.0.0.1, with SQLite in a temporary directory; ready when this answers. */
export const startSynapse = async ({ survives = false, ...options }: SynapseOptions = {}): Promise<Synapse> => {
  const python = join(await installSynapse(), 'bin', 'python')
  const dir = await mkdtemp(join(tmpdir(), 'registrar-synapse-'))
  const port = options.port ?? (await freePort())
  const database = { name: 'sqlite3', args: { database: join(dir, 'homeserver.db') } }
  const sharedSecret = await writeSynapseConfig({ ...options, dir, seenAs: dir, bindAddress: '127.0.0.1', port, database })

  const configPath = join(dir, 'homeserver.yaml')
  const homeserver = await runHomeserver({
    url: `http://127.0.0.1:${port}`,
    dir,
    configPath,
    logPath: join(dir, 'homeserver.log'),
    sharedSecret,
    command: [python, '-m', 'synapse.app.homeserver', '-c', configPath],
    survives,
  })
  return Object.assign(homeserver, { python })
}
