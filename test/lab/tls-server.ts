import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Certificate } from './certificates.ts'

/** What is answered to a GET: 200 with the data as JSON and CORS for everyone, unless set otherwise. */
export interface Answer {
  status?: number
  headers?: Record<string, string>
  /** Text is sent as it is. */
  body?: unknown
}

/** By "host/path". */
export type Site = Record<string, Answer>

/** Where requests go that a site has no answer for: "host" of a homeserver, by its URL. */
type Behind = Record<string, string>

interface TlsServer {
  port: number
  stop(): Promise<void>
}

/** A web server on 127.0.0.1 that knows these pages, passes on to what is behind it, and answers 404 to everything else. */
export const startTlsServer = async (certificate: Certificate, site: Site, behind: Behind = {}): Promise<TlsServer> => {
  const server = createServer(certificate, async ({ headers, url }, response) => {
    const homeserver = behind[String(headers.host)]
    if (homeserver !== undefined && !(`${headers.host}${url}` in site)) {
      const answer = await fetch(`${homeserver}${url}`)
      response.writeHead(
        answer.status,
        Object.fromEntries(
          [...answer.headers].filter(
            ([name]) => !/^(content-encoding|content-length|transfer-encoding|connection)$/.test(name),
          ),
        ),
      )
      return void response.end(await answer.text())
    }
    const {
      status = 200,
      headers: more = {},
      body = {},
    } = site[`${headers.host}${url}`] ?? { status: 404, body: 'nothing here' }
    response.writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*', ...more })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
