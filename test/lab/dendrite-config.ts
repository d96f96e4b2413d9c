import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { execa } from 'execa'
import { stringify } from 'yaml'

import { domain } from './domain.ts'
import { installDendrite } from './install.ts'

export interface DendriteConfig {
  /** Where the files are written, as this process sees the directory. */
  dir: string
  /** The same directory as Dendrite sees it. */
  seenAs: string
  /** Where Dendrite may write, when that is another directory. */
  dataSeenAs?: string
  /** The connection string of one of Dendrite's databases. */
  database: (name: DendriteDatabase) => string
  /** 4 by default, the least; the server's own is 10. */
  bcryptRounds?: number | 'default'
  /** false: Dendrite has no registration route. */
  sharedSecret?: string | false
  /** More keys of client_api, or others in place of these. */
  clientApi?: Record<string, unknown>
  /** Whether it answers other servers. */
  federates?: boolean
}

export const dendriteDatabases = [
  'appservice',
  'federationapi',
  'keyserver',
  'mediaapi',
  'mscs',
  'relayapi',
  'roomserver',
  'syncapi',
  'userapi',
] as const

type DendriteDatabase = (typeof dendriteDatabases)[number]

/** Writes dendrite.yaml and its key; answers with the registration secret. */
export const writeDendriteConfig = async (config: DendriteConfig): Promise<string> => {
  const secret = config.sharedSecret === undefined ? randomBytes(24).toString('hex') : config.sharedSecret || ''
  const generateKeys = join(await installDendrite(), 'bin', 'generate-keys')
  await execa(generateKeys, ['--private-key', join(config.dir, 'matrix_key.pem')])
  await writeFile(join(config.dir, 'dendrite.yaml'), stringify(homeserver(config, secret)))
  return secret
}

/** Without the last two, Dendrite makes a connection for each query. */
const connections = { max_open_conns: 8, max_idle_conns: 4, conn_max_lifetime: -1 }

const homeserver = (
  { seenAs, dataSeenAs = seenAs, database, bcryptRounds, clientApi, federates = false }: DendriteConfig,
  secret: string,
) => {
  const at = (name: DendriteDatabase) => ({ connection_string: database(name), ...connections })
  return {
    version: 2,
    global: {
      server_name: domain,
      private_key: `${seenAs}/matrix_key.pem`,
      disable_federation: !federates,
      trusted_third_party_id_servers: [],
      jetstream: { storage_path: `${dataSeenAs}/jetstream`, in_memory: true, topic_prefix: 'Dendrite', addresses: [] },
    },
    app_service_api: { database: at('appservice') },
    client_api: {
      registration_disabled: true,
      ...(secret && { registration_shared_secret: secret }),
      rate_limiting: { enabled: false },
      ...clientApi,
    },
    federation_api: { database: at('federationapi') },
    key_server: { database: at('keyserver') },
    media_api: { base_path: `${dataSeenAs}/media`, database: at('mediaapi') },
    mscs: { database: at('mscs') },
    relay_api: { database: at('relayapi') },
    room_server: { database: at('roomserver') },
    sync_api: { database: at('syncapi'), search: { enabled: false } },
    user_api: {
      ...(bcryptRounds !== 'default' && { bcrypt_cost: bcryptRounds ?? 4 }),
      account_database: at('userapi'),
    },
    logging: [{ type: 'std', level: 'info' }],
  }
}
