import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { type Mas, startMas } from '../lab/mas.ts'
import { login } from '../lab/matrix-client.ts'
import { registrar } from '../support/kept-cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { hostFile } from '../support/host-file.ts'
import { inParallel } from '../support/in-parallel.ts'
import { getToken, send } from '../support/mas-client.ts'
import { clientSecretVariable, masPlan } from '../support/mas-plan.ts'

jest.setTimeout(900_000)

const state = mkdtempSync(join(tmpdir(), 'registrar-state-'))
const names = Array.from({ length: 1203 }, (_, index) => `u${String(index).padStart(4, '0')}`)
const tokens = Array.from({ length: 601 }, (_, index) => `token-${index}`)

let mas: Mas

/** More than two pages of accounts, and more than one of tokens. */
beforeAll(async () => {
  mas = await startMas()
  const token = await getToken(mas)
  const add = async (path: string, body: object) =>
    expect((await send(mas.url, 'POST', `/api/admin/v1${path}`, { token, body })).status).toBe(201)
  await inParallel(names, 8, (username) => add('/users', { username, skip_homeserver_check: true }))
  await inParallel(tokens, 8, (name) => add('/user-registration-tokens', { token: name }))
})

afterAll(async () => {
  await mas?.stop()
  removeDirectories()
  await rm(state, { recursive: true })
})

const env = () => ({ [clientSecretVariable]: mas.adminApi.clientSecret })

async function answer(
  words: string[],
  more: object = {},
): Promise<{ users?: { username: string; last_seen?: string | null }[]; tokens?: { token: string }[] }> {
  const cwd = makeDirectory({ 'registrar.yml': hostFile({ ...masPlan(mas, state), ...more }) })
  return JSON.parse((await registrar([...words, '--json'], { cwd, env: env() })).stdout) as object
}

it('all of many accounts, and all of many tokens, are listed once', async () => {
  const { users = [] } = await answer(['list-users'])
  expect(users.map(({ username }) => username).sort()).toEqual(names)
  expect((await answer(['list-users', '--name', 'u1202'])).users).toMatchObject([{ username: 'u1202' }])
  expect((await answer(['list-registration-tokens'])).tokens?.map(({ token }) => token).sort()).toEqual(
    [...tokens].sort(),
  )
})

it('says of many accounts when each was last seen', async () => {
  const token = await getToken(mas)
  const [seen = '', never = ''] = names
  const { body } = await send(mas.url, 'GET', `/api/admin/v1/users/by-username/${seen}`, { token })
  const path = `/api/admin/v1/users/${(body as { data: { id: string } }).data.id}/set-password`
  await send(mas.url, 'POST', path, { token, body: { password: 'C0rrect-horse-9x' } })
  expect(await login(mas.url, seen, 'C0rrect-horse-9x')).toMatchObject({ ok: true })
  const { users = [] } = await answer(['list-users'])
  const known = new Map(users.map((user) => [user.username, user.last_seen]))
  expect([known.get(seen)?.slice(0, 10), known.get(never)]).toEqual([new Date().toISOString().slice(0, 10), null])
  expect((await answer(['list-users', '--inactive', '1h'])).users).toEqual([])
})

it('accounts on any page are found as they are declared', async () => {
  const users = names.filter((_, index) => index % 100 === 0).map((username) => ({ username, admin: false }))
  expect(await answer(['plan'], { users })).toMatchObject({ changes: [] })
})
