import { writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { execa } from 'execa'
import { authorities } from '../../generator/authorities/index.ts'
import { operations } from '../../generator/operations/index.ts'
import { reportingFor } from '../../generator/run/reporting.ts'
import { makeDirectory } from './directory.ts'
import { startPython } from './python-runner.ts'

const files = join(import.meta.dirname, '../../roles/matrix_users/files')

/** What was seen, without its report. */
export interface Result {
  username: string | null
  signs: string[]
  facts: Record<string, unknown>
}

/** Of an outcome that is a failure, its class. */
export interface Reported {
  outcome: string
  class?: string
  changed: boolean
  message: string
  hint?: string
  next: string[]
  text?: string
  token?: string
}

/** What the program did beside answering: how long it slept, and for how long it would wait for a connection; in seconds. */
interface ProgramRun {
  results: Result[]
  reports: Reported[]
  sleeps: number[]
  timeouts: number[]
  /** The SQLite databases that it opened. */
  databases: string[]
}

type Server = 'synapse' | 'dendrite' | 'mas'

interface Answer extends Omit<ProgramRun, 'results' | 'reports'> {
  stdout: string
  failure: string
}

const runners = new Map<Server, ReturnType<typeof startPython>>()

afterAll(async () => {
  for (const { end } of runners.values()) await end()
})

/** Asks the program that stands next to a server, as the role and the CLI do. */
export async function runProgram(server: Server, request: Record<string, unknown>): Promise<ProgramRun> {
  const runner = runners.get(server) ?? startRunner(server)
  runners.set(server, runner)
  const { stdout, failure, ...seen } = (await runner.ask({
    reporting: reporting(server, request),
    ...request,
  })) as Answer
  if (failure) throw new Error(failure)
  const { results } = JSON.parse(stdout) as { results: (Result & Reported)[] }
  return {
    results: results.map(({ username, signs, facts }) => ({ username, signs, facts })),
    reports: results,
    ...seen,
  }
}

/** The tables that such a request has. */
export function reporting(
  server: keyof typeof authorities,
  { action, domain = 'example.org' }: Record<string, unknown>,
) {
  const authority = authorities[server]
  const facts = {
    domain: String(domain),
    host: 'matrix.example.org',
    homeserver: authority.label,
    service: `matrix-${server}.service`,
    element_url: 'https://element.example.org',
    register_url: '',
  }
  const named = operations.filter(({ name }) => name === action)
  return reportingFor(authority, facts, named)
}

function startRunner(server: Server): ReturnType<typeof startPython> {
  return startPython('program-runner.py', files, server)
}

export interface SeenRequest {
  method: string
  path: string
  body: unknown
  token: string | undefined
}

/** By "METHOD path" without what stands behind "?"; `lost`: the connection ends without an answer. */
export type Routes = Record<string, ((asked: SeenRequest, query: URLSearchParams) => unknown) | undefined>

export class Refusal {
  readonly status: number
  readonly body: unknown

  constructor(status: number, body: unknown) {
    this.status = status
    this.body = body
  }
}

export const lost = Symbol('lost')

/** A homeserver that knows these routes, and what it was asked while something was done. */
export async function withHomeserver<Done>(
  routes: Routes,
  work: (url: string) => Promise<Done>,
): Promise<{ done: Done; asked: SeenRequest[] }> {
  const asked: SeenRequest[] = []
  const server = createServer((request, response) => void answer(request, response, routes, asked))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const done = await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    return { done, asked }
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, routes: Routes, seen: SeenRequest[]) {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
  const body = await text(request)
  const asked = {
    method: request.method ?? '',
    path: decodeURIComponent(pathname),
    body: body === '' ? undefined : read(request.headers['content-type'], body),
    token: request.headers.authorization?.replace('Bearer ', ''),
  }
  seen.push(asked)
  const reported = routes[`${asked.method} ${asked.path}`]?.(asked, searchParams)
  if (reported === lost) return void request.socket.destroy()
  const refusal = reported === undefined ? new Refusal(404, { errcode: 'M_NOT_FOUND' }) : reported
  response.writeHead(refusal instanceof Refusal ? refusal.status : 200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(refusal instanceof Refusal ? refusal.body : refusal))
}

/** JSON, or a form. */
function read(type: string | undefined, body: string): unknown {
  return type?.includes('form') ? Object.fromEntries(new URLSearchParams(body)) : JSON.parse(body)
}

/** A new SQLite database with these statements in it. */
export async function makeDatabase(statements: string): Promise<string> {
  const path = join(makeDirectory(), 'server.db')
  const make = 'import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(sys.stdin.read()).close()'
  await execa('python3', ['-S', '-c', make, path], { input: statements })
  return path
}

/** What a query finds in it. */
export async function rowsIn(path: string, query: string): Promise<unknown> {
  const ask =
    'import json, sqlite3, sys; print(json.dumps(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchall()))'
  const { stdout } = await execa('python3', ['-S', '-c', ask, path, query])
  return JSON.parse(stdout) as unknown
}

/** A configuration file, in JSON, which every reader of YAML reads. */
export function configFile(settings: unknown): string {
  const path = join(makeDirectory(), 'homeserver.yaml')
  writeFileSync(path, JSON.stringify(settings))
  return path
}

/** An account as Synapse's admin API has it, and the request for it. */
export const alice = {
  name: '@alice:example.org',
  displayname: 'Alice',
  admin: false,
  locked: false,
  creation_ts: 1_700_000_000,
}
export const aliceAt = 'GET /_synapse/admin/v2/users/@alice:example.org'
