import type { MasSetup } from '../mas.ts'
import { Refusal } from './refusal.ts'

interface Provisioning {
  localpart: string
  locked: boolean
  set_displayname?: string
  set_avatar_url?: string
  set_emails?: readonly string[]
}

/** What MAS tells its homeserver (element-hq/synapse 1.163, synapse/rest/synapse/mas/). A failure is a 500 of the Admin API. */
export interface HomeserverLink {
  isAvailable(localpart: string): Promise<boolean>
  provision(user: Provisioning): Promise<void>
  deleteUser(localpart: string, options: { erase: boolean }): Promise<void>
  reactivate(localpart: string): Promise<void>
  upsertDevice(localpart: string, deviceId: string, displayName: string | null): Promise<void>
  syncDevices(localpart: string, devices: readonly string[]): Promise<void>
}

interface Answer {
  url: string
  status: number
  errcode: string
  error: string
}

const unavailable = ['M_INVALID_USERNAME', 'M_USER_IN_USE', 'M_EXCLUSIVE']

export const linkHomeserver = (setup: MasSetup): HomeserverLink => {
  const call = async (path: string, failure: string, body?: unknown): Promise<Answer> => {
    const url = `${setup.synapse.url}/_synapse/mas/${path}`
    const headers = { authorization: `Bearer ${setup.secret}`, 'content-type': 'application/json' }
    const request = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
    const response = await fetch(url, request).catch(() => {
      throw new Refusal(500, [failure, `error sending request for url (${url})`])
    })
    const { errcode = '', error = '' } = (await response.json().catch(() => ({}))) as Partial<Answer>
    return { url, status: response.status, errcode, error }
  }
  const post = async (path: string, body: unknown, [failure, doing]: [string, string]): Promise<void> => {
    const answer = await call(path, failure, body)
    if (answer.status >= 400) throw unexpected(answer, `Unexpected HTTP response while ${doing} in Synapse`)
  }
  return {
    isAvailable: async (localpart) => {
      if (!/^\p{ASCII}*$/u.test(localpart)) return false
      const path = `is_localpart_available?localpart=${encodeURIComponent(localpart)}`
      const answer = await call(path, 'Failed to check localpart availability from Synapse')
      if (answer.status < 400) return true
      if (unavailable.includes(answer.errcode)) return false
      throw unexpected(answer, 'Failed to query localpart availability from Synapse')
    },
    provision: (user) => post('provision_user', user, ['Failed to provision user in Synapse', 'provisioning user']),
    deleteUser: (localpart, { erase }) =>
      post('delete_user', { localpart, erase }, ['Failed to delete user in Synapse', 'deleting user']),
    reactivate: (localpart) =>
      post('reactivate_user', { localpart }, ['Failed to reactivate user in Synapse', 'reactivating user']),
    upsertDevice: (localpart, device_id, display_name) =>
      post('upsert_device', { localpart, device_id, ...(display_name && { display_name }) }, [
        'Failed to create device in Synapse',
        'creating device',
      ]),
    syncDevices: (localpart, devices) =>
      post('sync_devices', { localpart, devices }, ['Failed to sync devices in Synapse', 'syncing devices']),
  }
}

const unexpected = ({ url, status, errcode, error }: Answer, title: string): Refusal => {
  const kind = status < 500 ? 'client' : 'server'
  return new Refusal(500, [title, `${errcode}: ${error}`, `HTTP status ${kind} error (${status}) for url (${url})`])
}
