import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { poll } from './poll.ts'

export interface Mailbox {
  port: number
  /** The text of the first letter to an address, once it is there, taken out. */
  letterTo(address: string): Promise<string>
  stop(): Promise<void>
}

/** A mail server on 127.0.0.1 that takes everything and keeps it. */
export const startMailbox = async (): Promise<Mailbox> => {
  const letters: { to: string; text: string }[] = []
  const server = createServer((socket) => receive(socket, (letter) => letters.push(letter)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    letterTo: async (address) => {
      const index = () => letters.findIndex(({ to }) => to === address)
      await poll(async () => index() >= 0, { what: `a letter to ${address}`, timeout: 20_000 })
      return letters.splice(index(), 1)[0]?.text ?? ''
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The letter with its parts in base64 as text. */
const readable = (letter: string): string =>
  letter.replaceAll(/(?:^[A-Za-z0-9+/]{40,}\n)+(?:^[A-Za-z0-9+/]+={0,2}$)?/gm, (part) =>
    Buffer.from(part, 'base64').toString('utf8'),
  )

/** RFC 5321, as far as a homeserver uses it. */
const receive = (socket: Socket, keep: (letter: { to: string; text: string }) => void): void => {
  let to = ''
  let text: string | undefined
  let rest = ''
  const say = (line: string) => socket.write(`${line}\r\n`)
  const hear = (line: string) => {
    if (text !== undefined) {
      if (line !== '.') return void (text += `${line}\n`)
      keep({ to, text: readable(text) })
      text = undefined
      return say('250 kept')
    }
    const recipient = /^RCPT TO:<([^>]*)>/i.exec(line)?.[1]
    if (recipient !== undefined) to = recipient
    if (/^DATA/i.test(line)) {
      text = ''
      return say('354 go on')
    }
    if (/^QUIT/i.test(line)) return socket.end('221 bye\r\n')
    say('250 ok')
  }
  socket.setEncoding('utf8').on('error', () => undefined)
  socket.on('data', (data: string) => {
    const lines = (rest + data).split('\r\n')
    rest = lines.pop() ?? ''
    lines.forEach(hear)
  })
  say('220 lab')
}
