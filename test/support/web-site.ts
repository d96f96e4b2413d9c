import type { Get, NoReply, Reply } from '../../generator/discovery/get.ts'

/** A page: 200, as JSON, for everyone, unless set otherwise. Bytes and text are sent as they are. */
export interface Page {
  status?: number
  headers?: Record<string, string>
  body?: unknown
}

/** By "host/path". */
export type Pages = Record<string, Page | NoReply | undefined>

/** Where clients and other servers look for the homeserver of example.test. */
export const places = {
  client: 'example.test/.well-known/matrix/client',
  server: 'example.test/.well-known/matrix/server',
  support: 'example.test/.well-known/matrix/support',
  versions: 'matrix.example.test/_matrix/client/versions',
  authentication: 'matrix.example.test/_matrix/client/v1/auth_metadata',
  key: 'matrix.example.test:8448/_matrix/key/v2/server',
  ownKey: 'example.test:8448/_matrix/key/v2/server',
}

/** A set-up with nothing wrong. */
export const healthySite: Pages = {
  [places.client]: { body: { 'm.homeserver': { base_url: 'https://matrix.example.test' } } },
  [places.versions]: { body: { versions: ['r0.6.1', 'v1.11'] } },
  [places.server]: { body: { 'm.server': 'matrix.example.test:8448' } },
  [places.key]: { body: { server_name: 'example.test' } },
  [places.support]: { body: { contacts: [{ role: 'm.role.admin', matrix_id: '@alice:example.test' }] } },
}

/** What asks these pages instead of a network. */
export function getFrom(pages: Pages): Get {
  return async ({ url }) => {
    const page = pages[`${url.host}${url.pathname}`] ?? { status: 404, body: 'nothing here' }
    return 'failed' in page ? page : replyOf(page)
  }
}

function replyOf({ status = 200, headers = {}, body = {} }: Page): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*', ...headers },
    body: body instanceof Uint8Array ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  }
}
