import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** What becomes of a request: forwarded, lost before it arrives, or answered to nobody. */
export type Fate = 'forward' | 'drop' | 'drop answer'

/** Stands before a server, and decides on each request. */
export async function startInterruptingProxy(target: string, decide: (method: string, path: string) => Fate | Promise<Fate>): Promise<{ url: string; stop(): void }> {
  const server: Server = createServer((incoming, outgoing) => {
    void (async () => {
      const { method = 'GET', url = '/' } = incoming
      const body = await buffer(incoming)
      const fate = await decide(method, url)
      if (fate === 'drop') return outgoing.destroy()
      const { authorization, 'content-type': type } = incoming.headers
      const headers = { ...(authorization && { authorization }), ...(type && { 'content-type': type }) }
      const answer = await fetch(target + url, { method, headers, ...(body.length > 0 && { body: new Uint8Array(body) }) })
      const content = Buffer.from(await answer.arrayBuffer())
      if (fate === 'drop answer') return outgoing.destroy()
      return outgoing.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' }).end(content)
    })().catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => void server.close() }
}
