import type { IncomingMessage } from 'node:http'
import { request, type RequestOptions } from 'node:https'
import { isIP } from 'node:net'
import { exceeded, failureCode } from './failure-code.ts'

export interface Reply {
  status: number
  /** In lower case; of several with one name, as Node.js joins them. */
  headers: Record<string, string | string[] | undefined>
  /** As it was sent, which may be compressed. */
  body: Uint8Array
}

/** Nothing that can be read: a code of Node.js or OpenSSL, such as ENOTFOUND or CERT_HAS_EXPIRED, or one of `exceeded`. */
export interface NoReply {
  failed: string
  /** The bound that was exceeded, such as "10 s". */
  limit?: string
}

interface GetRequest {
  url: URL
  /** The name that the certificate and the Host header are for, when that is not the URL's (SRV records). */
  name?: string
  /** Whether the answer may be compressed. Browsers allow that; Synapse does not, and does not decompress either. */
  mayCompress?: boolean
  /** When the first of a chain of redirects was asked, in milliseconds of performance.now(). */
  since?: number
}

/** One GET over TLS, redirects not followed. */
export type Get = (asked: GetRequest) => Promise<Reply | NoReply>

export interface Connecting {
  /** As of curl's --connect-to: where connections for a name and port really go. */
  connectTo?: ConnectTo[]
  /** Milliseconds for an answer, with all its redirects. */
  timeout?: number
  /** The authorities to trust instead of those that Node.js and NODE_EXTRA_CA_CERTS know. */
  ca?: string
}

/** An empty `host` or `port` means any. */
export interface ConnectTo {
  host: string
  port: string
  toHost: string
  toPort: string
}

/** A client in a browser, whom a server may name instead of everyone. */
export const origin = 'https://app.element.io'

/** A well-known file has a few lines. */
const largest = { bytes: 256 * 1024, words: '256 KiB' }

export function getter({ connectTo = [], timeout = 10_000, ca }: Connecting): Get {
  return (asked) =>
    new Promise((resolve) => {
      const passed = asked.since === undefined ? 0 : performance.now() - asked.since
      const signal = AbortSignal.timeout(Math.max(1, Math.round(timeout - passed)))
      let begun = asked.since !== undefined
      const fail = (cause: Error) =>
        resolve(
          signal.aborted
            ? { failed: begun ? exceeded.time : 'ETIMEDOUT', limit: `${timeout / 1000} s` }
            : { failed: failureCode(cause) },
        )
      const hungUp = () => fail(new Error('ECONNRESET'))
      try {
        const asking = request({ ...optionsFor(asked, connectTo), signal, ...(ca === undefined ? {} : { ca }) })
        asking.on('socket', (socket) => socket.on('secureConnect', () => (begun = true)))
        asking.on('error', fail).on('close', () => asking.listenerCount('response') > 0 && hungUp())
        asking.once('response', (response) => {
          void readReply(response).then(resolve, fail)
        })
        asking.end()
      } catch (cause) {
        fail(cause instanceof Error ? cause : new Error(String(cause)))
      }
    })
}

function optionsFor(
  { url, name = url.hostname, mayCompress = false }: GetRequest,
  connectTo: ConnectTo[],
): RequestOptions {
  return {
    ...whereTo(url, connectTo),
    path: `${url.pathname}${url.search}`,
    headers: {
      host: name === url.hostname ? url.host : name,
      accept: 'application/json',
      origin,
      ...(mayCompress ? { 'accept-encoding': 'gzip, deflate, br' } : {}),
    },
    agent: false,
    ...(isIP(bare(name)) ? {} : { servername: name }),
  }
}

async function readReply(response: IncomingMessage): Promise<Reply | NoReply> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length
    if (size > largest.bytes) return { failed: exceeded.size, limit: largest.words } // leaving the loop hangs up
    parts.push(part)
  }
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }
}

function whereTo(url: URL, connectTo: ConnectTo[]): { host: string; port: string } {
  const host = bare(url.hostname)
  const port = url.port || '443'
  const found = connectTo.find(
    (rule) => (rule.host === '' || rule.host === host) && (rule.port === '' || rule.port === port),
  )
  return { host: found?.toHost || host, port: found?.toPort || port }
}

/** An IPv6 address without the brackets that it has in a URL. */
function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '')
}
