import { get } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

interface Poll {
  /** What is waited for, for the message when it does not come. */
  what: string
  /** Milliseconds. */
  timeout?: number
  interval?: number
  /** More to say on failure, such as the end of a log. */
  explain?: () => Promise<string> | string
}

/** Asks until the answer is truthy, and fails with what it knows when the time is over. */
export const poll = async <T>(ask: () => Promise<T | undefined | false>, options: Poll): Promise<T> => {
  const { what, timeout = 300_000, interval = 100, explain } = options
  const deadline = Date.now() + timeout
  let last: unknown
  while (Date.now() < deadline) {
    try {
      const answer = await ask()
      if (answer) return answer
    } catch (error) {
      last = error
    }
    await delay(interval)
  }
  throw new Error(`${what}: not within ${timeout / 1000} s\n${explain ? await explain() : ''}`, { cause: last })
}

/** Does this homeserver answer? A request whose connection Docker's proxy drops keeps no process alive, so the deadline must. */
export const isReady = async (url: string): Promise<boolean> => {
  if (url.startsWith('unix:')) return isReadyAt(url.slice('unix:'.length))
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), 2000)
  try {
    return (await fetch(`${url}/_matrix/client/versions`, { signal: deadline.signal })).ok
  } finally {
    clearTimeout(timer)
  }
}

const isReadyAt = (socketPath: string): Promise<boolean> =>
  new Promise((resolve) => {
    get({ socketPath, path: '/_matrix/client/versions' }, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    }).on('error', () => resolve(false))
  })
