import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { domain } from './domain.ts'

export interface SynapseConfig {
  /** Where the files are written, as this process sees the directory. */
  dir: string
  /** The same directory as Synapse sees it. */
  seenAs: string
  /** Where Synapse may write, when that is another directory. */
  dataSeenAs?: string
  bindAddress: string
  port: number
  database: Record<string, unknown>
  /** 4 by default, the least; the server's own 12, for where speed is measured, takes a quarter of a second a password. */
  bcryptRounds?: number | 'default'
  /** false: Synapse answers "Shared secret registration is not enabled". */
  sharedSecret?: string | false
  /** Where the log goes: a file in `seenAs`, or stderr as in the playbook's container. */
  log?: 'file' | 'console'
  /** More keys of homeserver.yaml, or others in place of these. */
  extra?: Record<string, unknown>
}

/** Writes homeserver.yaml and what it refers to (JSON is YAML); answers with the registration secret. */
export const writeSynapseConfig = async (config: SynapseConfig): Promise<string> => {
  const secret = config.sharedSecret === undefined ? randomBytes(24).toString('hex') : config.sharedSecret || ''
  const write = (name: string, content: string) => writeFile(join(config.dir, name), content)
  await write('homeserver.yaml', `${JSON.stringify(homeserver(config, secret), null, 2)}\n`)
  await write('log.config', `${JSON.stringify(logging(config), null, 2)}\n`)
  await write('signing.key', `ed25519 a_lab ${randomBytes(32).toString('base64').replace(/=+$/, '')}\n`)
  return secret
}

const homeserver = ({ seenAs, ...config }: SynapseConfig, secret: string) => ({
  server_name: domain,
  report_stats: false,
  media_store_path: `${config.dataSeenAs ?? seenAs}/media`,
  signing_key_path: `${seenAs}/signing.key`,
  log_config: `${seenAs}/log.config`,
  listeners: [listener(config.bindAddress, config.port)],
  database: config.database,
  ...(config.bcryptRounds !== 'default' && { bcrypt_rounds: config.bcryptRounds ?? 4 }),
  enable_registration: false,
  ...(secret && { registration_shared_secret: secret }),
  macaroon_secret_key: randomBytes(24).toString('hex'),
  form_secret: randomBytes(24).toString('hex'),
  trusted_key_servers: [],
  suppress_key_server_warning: true,
  // A new database lacks indices for minutes otherwise; until then reactivating an account is a 500.
  background_updates: { sleep_enabled: false },
  ...wideOpenLimits,
  ...config.extra,
})

const listener = (address: string, port: number) => ({
  port,
  tls: false,
  type: 'http',
  bind_addresses: [address],
  resources: [{ names: ['client'] }],
})

const wideOpen = { per_second: 100_000, burst_count: 100_000 }

const wideOpenLimits = {
  rc_registration: wideOpen,
  rc_message: wideOpen,
  rc_login: { address: wideOpen, account: wideOpen, failed_attempts: wideOpen },
}

const logging = ({ seenAs, log = 'file' }: SynapseConfig) => ({
  version: 1,
  formatters: { precise: { format: '%(asctime)s - %(name)s - %(levelname)s - %(message)s' } },
  handlers: {
    console: { class: 'logging.StreamHandler', formatter: 'precise' },
    ...(log === 'file' && {
      file: { class: 'logging.FileHandler', formatter: 'precise', filename: `${seenAs}/homeserver.log` },
    }),
  },
  root: { level: 'INFO', handlers: [log] },
  disable_existing_loggers: false,
})
