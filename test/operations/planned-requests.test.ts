import { describe, expect, it } from '@jest/globals'
import { authorityEntries } from '../../generator/authorities/index.ts'
import type { Request } from '../../generator/authorities/request.ts'
import { requestText } from '../../generator/commands/request-text.ts'
import { operations, type OperationName } from '../../generator/operations/index.ts'
import { defaultsOf } from '../../generator/operations/operation.ts'
import type { AccessPlan, HostPlan } from '../../generator/plan/host-plan.ts'
import { plannedRequests } from '../../generator/run/planned-requests.ts'
import { Secret } from '../../generator/secrets/secret.ts'
import { localPlan } from '../support/plans.ts'

const env = { env: 'SOME_NAME' }
const base = localPlan('synapse', { url: 'http://127.0.0.1:8008', configPath: '/etc/homeserver.yaml' })
const given = {
  username: 'john',
  password: new Secret('correct horse'),
  email: 'john@example.com',
  display_name: "Zoë O'Hara",
  kind: 'bot',
  token: 'welcome',
}

function planned(name: OperationName, plan: Partial<HostPlan>, more: Record<string, string> = {}) {
  const operation = operations.find((each) => each.name === name) ?? operations[0]
  const accounts = [{ ...defaultsOf(operation), ...given, ...more }]
  return plannedRequests({ plan: { ...base, ...plan }, operation, accounts, check: false })
}

function text(requests: Request[]): string {
  return requests.map(requestText).join('')
}

describe.each(authorityEntries)('on %s', (authority, { refused }) => {
  const whole: AccessPlan = { token: env, ...(authority === 'mas' ? { client: { id: 'ULID', secret: env } } : {}) }

  it.each(operations.filter(({ name }) => !refused[name]).map(({ name }) => name))(
    '%s shows its requests, and no password',
    (name) => {
      const { requests, refused: not } = planned(name, { authority, access: whole })
      expect(not).toEqual([])
      expect(requests).not.toEqual([])
      expect(JSON.stringify(requests) + text(requests)).not.toMatch(/correct horse|undefined/)
    },
  )
})

it('shows requests as a person reads them', () => {
  expect(text(planned('lock-user', { access: { token: env } }).requests)).toBe(
    'GET /_synapse/admin/v2/users/@john:example.org\nPUT /_synapse/admin/v2/users/@john:example.org\n    locked: true\n',
  )
})

it('shows a sign-in where the host file has one, and SQL where there is no admin', () => {
  const login = { username: 'boss', password: env }
  expect(text(planned('lock-user', { access: { login } }).requests)).toMatch(
    /^POST \/_matrix\/client\/v3\/login\n[^]*password: \[secret\]\n[^]*POST \/_matrix\/client\/v3\/logout\n$/,
  )
  expect(text(planned('promote-admin', {}).requests)).toContain(
    'SQL UPDATE users SET admin = :admin WHERE name = :name\n    admin: 1\n    name: @john:example.org\n',
  )
})

it('shows the command lines of mas-cli', () => {
  const access: AccessPlan = { cli: { takesPasswords: true }, token: env }
  expect(text(planned('register-user', { authority: 'mas', access }).requests)).toContain(
    `mas-cli manage register-user --yes --password=[secret] --no-admin --email=john@example.com '--display-name=Zoë O'"'"'Hara' -- john\n`,
  )
})

const impossible: [OperationName, Partial<HostPlan>, string][] = [
  ['lock-user', {}, 'access_missing'],
  ['set-password', {}, 'sessions_need_access'],
  ['set-password', { authority: 'dendrite', homeserver: 'dendrite' }, 'access_missing'],
  ['show-user', { authority: 'mas' }, 'access_missing'],
  ['set-kind', { authority: 'mas', access: { client: { id: 'ULID', secret: env } } }, 'homeserver_token_missing'],
  ['set-password', { authority: 'mas', access: { cli: {} } }, 'cli_password_refused'],
  ['list-sessions', { authority: 'mas', access: { cli: {} } }, 'cli_cannot'],
]

it.each(impossible)('%s refuses what the host file has no access for: %j', (name, plan, failure) => {
  expect(planned(name, plan)).toMatchObject({ requests: [], refused: [{ class: failure, changed: false }] })
})
