import { request, type RequestOptions } from 'node:https'
import { isIP } from 'node:net'

export interface Reply {
  status: number
  /** In lower case; of several with one name, the first. */
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** Nothing that answers: a code of Node.js or OpenSSL, such as ENOTFOUND or CERT_HAS_EXPIRED. */
export interface NoReply {
  failed: string
}

export interface Asked {
  url: URL
  /** The name that the certificate and the Host header are for, when that is not the URL's (SRV records). */
  name?: string
}

/** One GET over TLS, redirects not followed. */
export type Get = (asked: Asked) => Promise<Reply | NoReply>

export interface Connecting {
  /** As of curl's --connect-to: where connections for a name and port really go. */
  connectTo?: ConnectTo[]
  /** Milliseconds. */
  timeout?: number
  /** The authorities to trust instead of those that Node.js and NODE_EXTRA_CA_CERTS know. */
  ca?: string
}

/** An empty `host` or `port` stands for any. */
export interface ConnectTo {
  host: string
  port: string
  toHost: string
  toPort: string
}

/** A client in a browser, whom a server may name instead of everyone. */
export const origin = 'https://app.element.io'

/** A well-known file has a few lines; the rest of something else is of no interest. */
const limit = 256 * 1024

export function getter({ connectTo = [], timeout = 10_000, ca }: Connecting): Get {
  return ({ url, name = url.hostname }) =>
    new Promise((resolve) => {
      const { host, port } = whereTo(url, connectTo)
      const options: RequestOptions = {
        host,
        port,
        path: `${url.pathname}${url.search}`,
        headers: { host: name === url.hostname ? url.host : name, accept: 'application/json', origin },
        agent: false,
        signal: AbortSignal.timeout(timeout),
        ...(isIP(bare(name)) ? {} : { servername: name }),
        ...(ca === undefined ? {} : { ca }),
      }
      const fail = (cause: NodeJS.ErrnoException) =>
        resolve({ failed: cause.name === 'AbortError' ? 'ETIMEDOUT' : (cause.code ?? cause.message) })
      request(options, (response) => {
        let body = ''
        const answer = () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
        response.setEncoding('utf8')
        response.on('data', (text: string) => {
          body += text
          if (body.length <= limit) return
          answer()
          response.destroy()
        })
        response.on('end', answer).on('error', fail)
      })
        .on('error', fail)
        .end()
    })
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
