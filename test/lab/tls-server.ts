import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Certificate } from './certificates.ts'

/** What is answered to a GET: 200 with the data as JSON and CORS for everyone, where nothing else is said. */
export interface Answer {
  status?: number
  headers?: Record<string, string>
  /** Text is sent as it is. */
  body?: unknown
}

/** By "host/path". */
export type Site = Record<string, Answer>

export interface TlsServer {
  port: number
  stop(): Promise<void>
}

/** A web server on 127.0.0.1 that knows these pages, and answers 404 to everything else. */
export const startTlsServer = async (certificate: Certificate, site: Site): Promise<TlsServer> => {
  const server = createServer(certificate, ({ headers, url }, response) => {
    const { status = 200, headers: more = {}, body = {} } = site[`${headers.host}${url}`] ?? { status: 404, body: 'nothing here' }
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
