import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { domain } from './domain.ts'
import { freePort } from './free-port.ts'
import { installTokenPage } from './install.ts'
import { poll } from './poll.ts'
import { startProcess, tail } from './process.ts'
import type { Synapse } from './synapse.ts'

export interface TokenPage {
  /** With the prefix that the playbook gives it. */
  url: string
  adminSecret: string
  stop(): Promise<void>
}

/** matrix-registration before a Synapse, as the playbook configures it; with more patience, since tests ask more than ten questions a minute. */
export const startTokenPage = async (
  synapse: Synapse,
  rateLimit: string[] = ['100 per second'],
): Promise<TokenPage> => {
  const dir = await mkdtemp(join(tmpdir(), 'registrar-token-page-'))
  const port = await freePort()
  const adminSecret = 'the admin secret of the page'
  const config = {
    server_location: synapse.url,
    server_name: domain,
    shared_secret: synapse.sharedSecret,
    admin_secret: adminSecret,
    base_url: '/matrix-registration',
    riot_instance: 'https://element.example.org/',
    db: `sqlite:///${dir}/db.sqlite3`,
    host: '127.0.0.1',
    port,
    rate_limit: rateLimit,
    allow_cors: false,
    logging: { version: 1, root: { level: 'INFO', handlers: [] } },
    password: { min_length: 8 },
  }
  await writeFile(join(dir, 'config.yaml'), JSON.stringify(config))
  const log = join(dir, 'log')
  const page = startProcess({
    command: [
      join(await installTokenPage(), 'bin', 'matrix-registration'),
      '--config-path',
      join(dir, 'config.yaml'),
      'serve',
    ],
    cwd: dir,
    outputPath: log,
  })
  const url = `http://127.0.0.1:${port}/matrix-registration`
  await poll(async () => (await fetch(`${url}/register`).catch(() => undefined))?.ok === true, {
    what: 'matrix-registration',
    explain: () => tail(log),
  })
  return {
    url,
    adminSecret,
    stop: async () => {
      await page.stop()
      await rm(dir, { recursive: true })
    },
  }
}
