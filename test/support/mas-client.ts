import { setTimeout as delay } from 'node:timers/promises'
import { execa } from 'execa'
import type { ApiClient } from '../lab/mas/client.ts'
import type { Mas } from '../lab/mas.ts'
import { poll } from '../lab/poll.ts'

export interface Exchange {
  status: number
  contentType: string | null
  body: unknown
}

export interface RequestOptions {
  token?: string
  /** Sent as JSON. */
  body?: unknown
  /** Sent as it is. */
  text?: string
  headers?: Record<string, string>
}

export async function send(
  url: string,
  method: string,
  path: string,
  { token, body, text, headers = {} }: RequestOptions = {},
): Promise<Exchange> {
  const content = text ?? (body === undefined ? undefined : JSON.stringify(body))
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(content !== undefined && { body: Buffer.from(content) }),
  })
  const answer = await response.text()
  const contentType = response.headers.get('content-type')
  return {
    status: response.status,
    contentType,
    body: contentType?.startsWith('application/json') ? JSON.parse(answer) : answer,
  }
}

/** What the token endpoint answers to `client_credentials`. */
export function askToken(
  url: string,
  { clientId, clientSecret }: ApiClient,
  form: Record<string, string> = { scope: 'urn:mas:admin' },
): Promise<Exchange> {
  const authorization = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
  const text = new URLSearchParams({ grant_type: 'client_credentials', ...form }).toString()
  return send(url, 'POST', '/oauth2/token', {
    text,
    headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
  })
}

export async function getToken(mas: Pick<Mas, 'url' | 'adminApi'>): Promise<string> {
  const { body } = await askToken(mas.url, mas.adminApi)
  return String((body as { access_token?: string }).access_token)
}

/** The titles of an error, or its text. */
export const titlesOf = ({ body }: Exchange): string[] =>
  typeof body === 'string'
    ? [body]
    : ((body as { errors?: { title: string }[] }).errors ?? []).map(({ title }) => title)

interface CliRun {
  exitCode: number | undefined
  stdout: string
  stderr: string
}

/** Runs `mas-cli WORDS` without a terminal. */
export async function runMasCli(mas: Pick<Mas, 'masCli'>, words: readonly string[]): Promise<CliRun> {
  const { exitCode, stdout, stderr } = await startMasCli(mas, words)
  return { exitCode, stdout, stderr }
}

/** Runs `mas-cli WORDS` until it has asked a question, and a second longer; answers with whether it still runs then. */
export async function outlastsQuestion(
  mas: Pick<Mas, 'masCli'>,
  words: readonly string[],
  question: string,
): Promise<boolean> {
  const child = startMasCli(mas, words)
  let asked = ''
  child.stderr.on('data', (chunk: Buffer) => (asked += chunk.toString()))
  const ended = child.then(() => true)
  try {
    await poll(async () => asked.includes(question) || child.exitCode !== null, { what: `mas-cli asks: ${question}` })
    return asked.includes(question) && !(await Promise.race([ended, delay(1000, false)]))
  } finally {
    child.kill('SIGKILL')
    await ended
  }
}

function startMasCli({ masCli: [file, ...prefix] }: Pick<Mas, 'masCli'>, words: readonly string[]) {
  return execa(file, [...prefix, ...words], {
    reject: false,
    stdin: 'ignore',
    timeout: 120_000, // one that asks a question never ends
    stripFinalNewline: false,
    env: { RUST_BACKTRACE: '0' },
    maxBuffer: 100_000_000,
  })
}
