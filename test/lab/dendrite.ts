import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { writeDendriteConfig, type DendriteConfig } from './dendrite-config.ts'
import { freePort } from './free-port.ts'
import type { Homeserver } from './homeserver.ts'
import { installDendrite } from './install.ts'
import type { Postgres } from './postgres.ts'
import { runHomeserver } from './run-homeserver.ts'

export interface Dendrite extends Homeserver {
  /** The directory with `dendrite` and `create-account`. */
  bin: string
}

interface DendriteOptions extends Partial<
  Pick<DendriteConfig, 'bcryptRounds' | 'sharedSecret' | 'clientApi' | 'federates'>
> {
  port?: number
  /** More words for its command line. */
  flags?: string[]
  survives?: boolean
  /** Where it gets a database of its own, instead of SQLite. */
  postgres?: Postgres
}

/** A Dendrite of its own on 127.0.0.1, with SQLite in a temporary directory unless it is given a PostgreSQL; ready when this answers. */
export const startDendrite = async ({
  survives = false,
  postgres,
  ...options
}: DendriteOptions = {}): Promise<Dendrite> => {
  const bin = join(await installDendrite(), 'bin')
  const dir = await mkdtemp(join(tmpdir(), 'registrar-dendrite-'))
  const port = options.port ?? (await freePort())
  const onPostgres = await postgres?.createDatabase(`dendrite_${port}`)
  const sharedSecret = await writeDendriteConfig({
    ...options,
    dir,
    seenAs: dir,
    database: (name) => onPostgres?.url ?? `file:${join(dir, `${name}.db`)}`,
  })

  const configPath = join(dir, 'dendrite.yaml')
  const homeserver = await runHomeserver({
    url: `http://127.0.0.1:${port}`,
    dir,
    configPath,
    logPath: join(dir, 'output.log'),
    sharedSecret,
    command: [
      join(bin, 'dendrite'),
      '-config',
      configPath,
      '-http-bind-address',
      `127.0.0.1:${port}`,
      ...(options.flags ?? []),
    ],
    survives,
  })
  return Object.assign(homeserver, { bin })
}
