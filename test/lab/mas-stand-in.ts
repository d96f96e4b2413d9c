import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

import type { Accounts } from './mas/accounts.ts'
import { handlers } from './mas/admin-api.ts'
import type { Answer } from './mas/answer.ts'
import { answerLogin, answerLogout } from './mas/compat.ts'
import { answerProblem, bodyProblem, findOperation, type Match, queryNames, unknownKeys } from './mas/contract.ts'
import { linkHomeserver } from './mas/homeserver.ts'
import { startJobs } from './mas/jobs.ts'
import { runMasCli } from './mas/mas-cli.ts'
import { answerIntrospection, answerRevocation, answerToken, authenticate, metadata } from './mas/oauth.ts'
import { BodyRefusal, Refusal, refuse } from './mas/refusal.ts'
import { makeState } from './mas/state.ts'
import { isUlid } from './mas/ulid.ts'
import type { MasSetup, StartedMas } from './mas.ts'

interface Request {
  method: string
  path: string
  search: URLSearchParams
  headers: Headers
  body: string
}

/** Takes down what nobody may ask or answer, to be reported when the stand-in stops. */
type Complain = (problem: string) => void

/**
 * Answers as MAS 1.22.0 does: its token endpoint, its Admin API, the Matrix login, and what a delegating homeserver asks of
 * it; notifies the homeserver of every account, later, as MAS does.
 */
export const startMasStandIn = async (setup: MasSetup): Promise<StartedMas> => {
  const jobs = startJobs()
  const accounts: Accounts = { state: makeState(setup), homeserver: linkHomeserver(setup), jobs }
  const violations: string[] = []
  const cliPath = `/mas-cli/${randomBytes(12).toString('hex')}`
  const server = createServer((incoming, outgoing) => void respond(incoming, outgoing))
  const respond = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const request = await readRequest(incoming)
    const complain = (problem: string) => violations.push(`${request.method} ${request.path}: ${problem}`)
    const answering = request.path === cliPath ? answerCli(accounts, request) : route(accounts, request, complain)
    const answer = await answering.catch((error: unknown) => {
      complain(`the stand-in failed: ${String(error)}`)
      return { status: 500, body: String(error) }
    })
    send(outgoing, answer)
  }
  const listen = () => new Promise<void>((resolve) => server.listen(setup.port, setup.bind, resolve))
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  await listen()
  return {
    isReal: false,
    masCli: ['python3', join(import.meta.dirname, 'mas', 'mas-cli.py'), `http://${setup.bind}:${setup.port}${cliPath}`],
    violations,
    halt: close,
    resume: listen,
    stop: async () => {
      await Promise.all([jobs.stop(), close()])
      if (violations.length > 0) throw new Error(`not as MAS's Admin API is described:\n${violations.join('\n')}`)
    },
  }
}

const readRequest = async (incoming: IncomingMessage): Promise<Request> => {
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://localhost')
  const headers = new Headers(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]))
  return { method: incoming.method ?? 'GET', path: pathname, search: searchParams, headers, body: await text(incoming) }
}

const send = (outgoing: ServerResponse, { status, body }: Answer): void => {
  if (body === undefined) outgoing.writeHead(status).end()
  else if (typeof body === 'string')
    outgoing.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(body)
  else outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** Not of MAS: how mas-cli.py reaches what it is to change. */
const answerCli = async (accounts: Accounts, { body }: Request): Promise<Answer> => ({
  status: 200,
  body: await runMasCli(accounts, JSON.parse(body) as string[]), // as mas-cli.py sends it
})

const route = async (accounts: Accounts, whole: Request, complain: Complain): Promise<Answer> => {
  const { prefix } = accounts.state.setup
  if (!whole.path.startsWith(`${prefix}/`)) return { status: 404, body: 'Not found' }
  const request = { ...whole, path: whole.path.slice(prefix.length) }
  const { method, path, headers, body } = request
  const form = () => new URLSearchParams(body)
  if (path.startsWith('/api/admin/v1/')) return answerApi(accounts, request, complain)
  switch (`${method} ${path}`) {
    case 'GET /health':
      return { status: 200, body: 'ok' }
    case 'GET /.well-known/openid-configuration':
      return metadata(accounts)
    case 'POST /oauth2/token':
      return answerToken(accounts, headers, form())
    case 'POST /oauth2/revoke':
      return answerRevocation(accounts, headers, form())
    case 'POST /oauth2/introspect':
      return answerIntrospection(accounts, headers, form())
    case 'GET /_matrix/client/v3/login':
      return {
        status: 200,
        body: {
          flows: [
            ...(accounts.state.setup.passwords ? [{ type: 'm.login.password' }] : []),
            { type: 'm.login.sso' },
            { type: 'm.login.token' },
          ],
        },
      }
    case 'POST /_matrix/client/v3/login':
      return answerLogin(accounts, headers, JSON.parse(body) as object)
    case 'POST /_matrix/client/v3/logout':
      return answerLogout(accounts, headers)
    default:
      return { status: 404, body: 'Not found' }
  }
}

/** An operation of the Admin API, between the document's check of the request and that of the answer. */
const answerApi = async (accounts: Accounts, request: Request, complain: Complain): Promise<Answer> => {
  const match = accounts.state.setup.servesAdminApi ? findOperation(request.method, request.path) : 'unknown path'
  if (match === 'unknown path') {
    if (accounts.state.setup.servesAdminApi) complain('there is no such path')
    return { status: 404, body: 'Not found' }
  }
  if (match === 'other method') {
    complain('there is no such method')
    return { status: 405 }
  }
  const answer = await operate(accounts, request, match, complain).catch(asAnswer)
  const problem = answerProblem(match, answer)
  if (problem) complain(problem)
  return answer
}

/** In MAS's order: the caller, the path, the body, and only then what is asked for. */
const operate = async (accounts: Accounts, request: Request, match: Match, complain: Complain): Promise<Answer> => {
  const handle = handlers[match.name]
  if (!handle) throw new Error(`the stand-in lacks ${match.name}`)
  const caller = authenticate(accounts.state, request.headers)
  const { id = '', username = '' } = match.params
  if ('id' in match.params) checkUlid(id, complain)
  const names = queryNames(match)
  const unknown = [...request.search.keys()].filter((name) => !names.includes(name))
  if (unknown.length > 0) complain(`unknown in the query: ${unknown.join(', ')}`)
  const body = match.operation.requestBody ? readBody(request, match, complain) : {}
  return handle({
    accounts,
    caller,
    id: id.toUpperCase(),
    username,
    search: request.search,
    queryNames: names.filter((name) => name.startsWith('filter')),
    body,
  })
}

const checkUlid = (id: string, complain: Complain): void => {
  if (isUlid(id.toUpperCase())) return
  complain(`${id} is not a ULID`)
  refuse(400, 'Invalid ULID in path', id.length === 26 ? 'invalid character' : 'invalid length')
}

const readBody = (request: Request, match: Match, complain: Complain): Record<string, unknown> => {
  const refuseBody = (status: number, body: string): never => {
    complain(body)
    throw new BodyRefusal(status, [body])
  }
  const type = request.headers.get('content-type')
  if (type === null && request.body === '' && !match.operation.requestBody?.required) return {}
  if (!/^application\/([\w.-]+\+)?json(;|$)/.test(type ?? ''))
    refuseBody(415, 'Expected request with `Content-Type: application/json`')
  const body =
    parse(request.body) ??
    refuseBody(400, `Failed to parse the request body as JSON: at line 1 column ${request.body.length}`)
  const problem = bodyProblem(match, body.value)
  if (problem)
    refuseBody(
      422,
      `Failed to deserialize the JSON body into the target type: ${problem.text} at line 1 column ${request.body.length}`,
    )
  const unknown = unknownKeys(match, body.value)
  if (unknown.length > 0) complain(`unknown in the body: ${unknown.join(', ')}`)
  return body.value as Record<string, unknown> // as its schema says
}

const parse = (text: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

const asAnswer = (error: unknown): Answer => {
  if (error instanceof Refusal) return error.answer
  throw error
}
