import { randomBytes } from 'node:crypto'

import { freePort } from './free-port.ts'
import { type ApiClient, makeClient } from './mas/client.ts'
import { startRealMas } from './mas/real.ts'
import { startMasStandIn } from './mas-stand-in.ts'
import { type Synapse, type SynapseOptions, startSynapse } from './synapse.ts'

export interface MasOptions {
  /** The least zxcvbn score of a password, 0 to 4; MAS's own default is 3. */
  minimumComplexity?: number
  /** false: accounts have no passwords (`passwords.enabled`). */
  passwords?: boolean
  /** false: nobody can register; else people can, with a token. */
  registration?: boolean
  /** false: no listener serves the Admin API, which then is 404. */
  servesAdminApi?: boolean
  /** Seconds that a token of `client_credentials` lives: 300 by default; the real one takes no less than 60. */
  tokenLifetime?: number
  /** The path below which everything is served, such as `/auth`, the playbook's. */
  prefix?: string
  /** Of the homeserver behind it. */
  synapse?: SynapseOptions
}

/** What MAS is started with, whichever it is. */
export interface MasSetup extends Required<Omit<MasOptions, 'synapse'>> {
  /** The address of this machine that it listens on. */
  bind: string
  port: number
  /** With the prefix, and without a slash at its end. */
  url: string
  /** May use the Admin API. */
  adminApi: ApiClient
  /** Knows its secret, but is not among `admin_clients`. */
  outsider: ApiClient
  /** Between MAS and its homeserver. */
  secret: string
  /** The homeserver, as this machine reaches it. */
  synapse: Pick<Synapse, 'url' | 'domain'>
}

/** What differs between the two. */
export type StartedMas = Pick<Mas, 'isReal' | 'masCli' | 'violations' | 'halt' | 'resume' | 'stop'>

/** A Matrix Authentication Service in front of a real Synapse. Accounts log in with `login(mas.url, ...)` of matrix-client.ts. */
export interface Mas extends Pick<MasSetup, 'url' | 'adminApi' | 'outsider' | 'secret'> {
  synapse: Synapse
  isReal: boolean
  /** Goes before `manage`, `--version` and the like. */
  masCli: readonly [string, ...string[]]
  /**
   * What was asked of the stand-in, or answered by it, that is not of the Admin API's description: always empty of the real
   * one. A test that asks such a thing on purpose empties it.
   */
  violations: string[]
  /** Ends MAS alone and leaves its accounts, as a stopped service does; of the stand-in, mas-cli does not work then. */
  halt(): Promise<void>
  resume(): Promise<void>
  /** Ends both; fails when there are violations. */
  stop(): Promise<void>
}

/** A Synapse, and a MAS in front of it. */
export const startMas = async ({ synapse: synapseOptions, ...options }: MasOptions = {}): Promise<Mas> => {
  const port = await freePort()
  const secret = randomBytes(24).toString('hex')
  const endpoint = `http://127.0.0.1:${port}${options.prefix ?? ''}/`
  const synapse = await startSynapse({
    ...synapseOptions,
    extra: { ...delegation(endpoint, secret), ...synapseOptions?.extra },
  })
  try {
    const mas = await startMasBefore(synapse, { ...options, port, secret })
    return { ...mas, synapse, stop: () => mas.stop().finally(() => synapse.stop()) }
  } catch (error) {
    await synapse.stop()
    throw error
  }
}

/**
 * The real MAS where `REGISTRAR_LAB_MAS` names a built mas-cli and `REGISTRAR_LAB_MAS_SHARE` the directory with its
 * templates/, translations/, policy.wasm and manifest.json; else a stand-in. Ready when this answers.
 */
export const startMasBefore = async (
  synapse: MasSetup['synapse'],
  { bind = '127.0.0.1', port, ...options }: Partial<MasSetup> & Pick<MasSetup, 'port' | 'secret'>,
) => {
  const url = `http://${bind}:${port}${options.prefix ?? ''}`
  const setup: MasSetup = {
    ...{
      minimumComplexity: 3,
      passwords: true,
      registration: true,
      servesAdminApi: true,
      tokenLifetime: 300,
      prefix: '',
      ...options,
    },
    ...{ bind, port, url, synapse, adminApi: makeClient(), outsider: makeClient() },
  }
  return { ...setup, ...(await (process.env['REGISTRAR_LAB_MAS'] ? startRealMas : startMasStandIn)(setup)) }
}

/** What makes Synapse delegate (element-hq/synapse 1.163, synapse/config/mas.py). */
export const delegation = (endpoint: string, secret: string) => ({
  matrix_authentication_service: { enabled: true, endpoint, secret },
  password_config: { enabled: false },
})
