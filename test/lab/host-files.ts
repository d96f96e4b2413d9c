import { randomBytes } from 'node:crypto'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { dendriteDatabases, writeDendriteConfig } from './dendrite-config.ts'
import { writeSynapseConfig } from './synapse-config.ts'
import { unitFiles } from './units.ts'

export interface HomeserverOptions {
  /** Of both homeservers' password hashes: 4 by default; `default` where speed is measured. */
  bcryptRounds?: number | 'default'
  /** More keys of homeserver.yaml. */
  synapse?: Record<string, unknown>
}

export interface HostSecrets {
  synapseSharedSecret: string
  dendriteSharedSecret: string
  /** Of the database's superuser, `matrix`. */
  databasePassword: string
}

/** Writes what the playbook would have put on the host into `root`: units, configurations, scripts. */
export const writeHostFiles = async (
  root: string,
  { bcryptRounds, synapse }: HomeserverOptions,
): Promise<HostSecrets> => {
  const databasePassword = randomBytes(16).toString('hex')
  const rounds = bcryptRounds === undefined ? {} : { bcryptRounds }
  const directories = ['synapse/config', 'synapse/storage', 'dendrite/config', 'dendrite/storage', 'postgres/data']
  await Promise.all(directories.map((name) => mkdir(join(root, 'matrix', name), { recursive: true })))

  const synapseSharedSecret = await writeSynapseConfig({
    ...rounds,
    dir: join(root, 'matrix/synapse/config'),
    seenAs: '/data',
    dataSeenAs: '/matrix-media-store-parent',
    bindAddress: '0.0.0.0',
    port: 8008,
    log: 'console',
    database: {
      name: 'psycopg2',
      args: {
        user: 'synapse',
        password: databasePassword,
        dbname: 'synapse',
        host: 'matrix-postgres',
        cp_min: 2,
        cp_max: 10,
      },
    },
    ...(synapse && { extra: synapse }),
  })
  const dendriteSharedSecret = await writeDendriteConfig({
    ...rounds,
    dir: join(root, 'matrix/dendrite/config'),
    seenAs: '/data',
    dataSeenAs: '/matrix-media-store-parent',
    database: (name) => `postgresql://dendrite:${databasePassword}@matrix-postgres/dendrite_${name}?sslmode=disable`,
  })
  await writeAll(root, { ...scripts, ...databaseFiles(databasePassword), ...units })
  return { synapseSharedSecret, dendriteSharedSecret, databasePassword }
}

const units = Object.fromEntries(Object.entries(unitFiles).map(([name, text]) => [`etc/systemd/system/${name}`, text]))

/** The playbook's commands for people, with its arguments. */
const scripts = {
  'matrix/synapse/bin/register-user': `#!/bin/sh
# register-user USERNAME PASSWORD ADMIN(0|1)
[ $# -eq 3 ] || { echo "usage: $0 USERNAME PASSWORD ADMIN(0|1)" >&2; exit 1; }
if [ "$3" = 1 ]; then admin=--admin; else admin=--no-admin; fi
exec docker exec matrix-synapse register_new_matrix_user -u "$1" -p "$2" -c /data/homeserver.yaml "$admin" http://localhost:8008
`,
  'matrix/dendrite/bin/create-account': `#!/bin/sh
# create-account USERNAME PASSWORD ADMIN(0|1)
[ $# -eq 3 ] || { echo "usage: $0 USERNAME PASSWORD ADMIN(0|1)" >&2; exit 1; }
if [ "$3" = 1 ]; then admin=-admin; else admin=; fi
exec docker exec matrix-dendrite create-account -config /data/dendrite.yaml -username "$1" -password "$2" $admin -url http://localhost:8008
`,
  'matrix/postgres/bin/cli-non-interactive': `#!/bin/sh
exec docker run -i --rm --user=991:991 --cap-drop=ALL --env-file=/matrix/postgres/env-postgres-psql \\
  --network=matrix-postgres localhost/matrix-postgres psql -h matrix-postgres "$@"
`,
}

const databaseFiles = (password: string) => ({
  'matrix/postgres/env-postgres-psql': `PGUSER=matrix\nPGPASSWORD=${password}\nPGDATABASE=matrix\nPSQL_HISTORY=/dev/null\n`,
  'matrix/postgres/setup.sql': [
    `ALTER ROLE matrix PASSWORD '${password}';`,
    'CREATE DATABASE matrix;',
    ...['synapse', 'dendrite'].map((role) => `CREATE ROLE ${role} LOGIN PASSWORD '${password}';`),
    'CREATE DATABASE synapse OWNER synapse;',
    ...dendriteDatabases.map((name) => `CREATE DATABASE dendrite_${name} OWNER dendrite;`),
    '',
  ].join('\n'),
})

const writeAll = async (root: string, files: Record<string, string>): Promise<void> => {
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
    await chmod(path, text.startsWith('#!') ? 0o755 : 0o640)
  }
}
