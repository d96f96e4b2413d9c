import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** What becomes of a request: forwarded, lost before it arrives, answered to nobody, put off, refused by a gateway, or left hanging. */
export type Fate = 'forward' | 'drop' | 'drop answer' | 'put off' | 'bad gateway' | 'hang'

/** Stands before a server, and decides on each request. */
export async function startInterruptingProxy(
  target: string,
  decide: (method: string, path: string) => Fate | Promise<Fate>,
): Promise<{ url: string; stop(): void }> {
  const server: Server = createServer((incoming, outgoing) => {
    void (async () => {
      const { method = 'GET', url = '/' } = incoming
      const body = await buffer(incoming)
      const fate = await decide(method, url)
      if (fate === 'drop') return outgoing.destroy()
      if (fate === 'hang') return
      if (fate === 'put off')
        return outgoing
          .writeHead(429, { 'content-type': 'application/json' })
          .end(JSON.stringify({ errcode: 'M_LIMIT_EXCEEDED', error: 'Too Many Requests', retry_after_ms: 300 }))
      if (fate === 'bad gateway') return outgoing.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502</h1>')
      const { authorization, 'content-type': type } = incoming.headers
      const headers = { ...(authorization && { authorization }), ...(type && { 'content-type': type }) }
      const answer = await fetch(target + url, {
        method,
        headers,
        ...(body.length > 0 && { body: new Uint8Array(body) }),
      })
      const content = Buffer.from(await answer.arrayBuffer())
      if (fate === 'drop answer') return outgoing.destroy()
      return outgoing
        .writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' })
        .end(content)
    })().catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => void (server.close(), server.closeAllConnections()),
  }
}
