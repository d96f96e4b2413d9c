import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { setPassword } from '../../generator/operations/set-password.ts'
import { operate } from '../../generator/run/operate.ts'
import type { Report } from '../../generator/run/result.ts'
import { Secret } from '../../generator/secrets/secret.ts'
import { type Mas, startMas } from '../lab/mas.ts'
import { login } from '../lab/matrix-client.ts'
import { registrar } from '../support/kept-cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { hostFile } from '../support/host-file.ts'
import { inParallel } from '../support/in-parallel.ts'
import { getToken, send } from '../support/mas-client.ts'
import { clientSecretVariable, masPlan } from '../support/mas-plan.ts'
import { csvOf, ordinary, random } from '../support/passwords.ts'

jest.setTimeout(900_000)

const passwords = [...ordinary, ...random.slice(0, 100)]
const state = mkdtempSync(join(tmpdir(), 'registrar-state-'))

interface Account {
  username: string
  password: string
}

const accounts: Account[] = passwords.map((password, index) => ({ username: `pw-${index}`, password }))
const typed = accounts.filter(({ password }) => password !== '')

let mas: Mas

beforeAll(async () => {
  mas = await startMas({ prefix: '/auth' }) // as the playbook has it
  process.env[clientSecretVariable] = mas.adminApi.clientSecret
})

afterAll(async () => {
  await mas?.stop()
  removeDirectories()
  await rm(state, { recursive: true })
})

/** What the CLI says of each of the accounts. */
async function register(some: Account[], words: string[] = []): Promise<Map<string, string>> {
  const cwd = makeDirectory({ 'registrar.yml': hostFile(masPlan(mas, state)), 'accounts.csv': csvOf(some) })
  const { stdout, stderr } = await registrar(['register-user', '--from-csv', 'accounts.csv', '--json', ...words], {
    cwd,
  })
  expect(stderr).toBe('')
  return fates((JSON.parse(stdout) as { results: Report[] }).results)
}

const fates = (reports: Report[]): Map<string, string> =>
  new Map(reports.map((report) => [report.user_id.slice(1).split(':')[0] ?? '', report.class ?? report.outcome]))

/** Each logs in exactly when it should. */
async function expectLogins(some: Account[], isTaken: (account: Account) => boolean): Promise<void> {
  const wrong = await inParallel(some, 4, async (account) => {
    const { status } = await login(mas.url, account.username, account.password)
    return (status === 200) === isTaken(account) ? undefined : { ...account, status }
  })
  expect(wrong.filter(Boolean)).toEqual([])
}

const tally = (values: Iterable<string>) =>
  [...values].reduce<Record<string, number>>((counts, value) => ({ ...counts, [value]: (counts[value] ?? 0) + 1 }), {})

it('each password of a list registers exactly, or is refused with the reason; those that MAS finds weak, when they are accepted', async () => {
  const reported = await register(typed)
  const fateOf = ({ username }: Account) => reported.get(username) ?? 'nothing'
  expect(Object.keys(tally(reported.values())).sort()).toEqual(['created', 'weak_password', 'weak_password_half'])
  await expectLogins(typed, (account) => fateOf(account) === 'created')

  // What was refused without asking is what MAS refuses too.
  const token = await getToken(mas)
  const { body } = await send(mas.url, 'POST', '/api/admin/v1/users', { token, body: { username: 'judge' } })
  const path = `/api/admin/v1/users/${(body as { data: { id: string } }).data.id}/set-password`
  const answers = await inParallel(
    typed.filter((account) => fateOf(account) === 'weak_password'),
    4,
    async ({ password }) => (await send(mas.url, 'POST', path, { token, body: { password } })).status,
  )
  expect(tally(answers.map(String))).toEqual({ 400: answers.length })

  const accepted = await register(typed, ['--accept-weak-password'])
  expect(
    typed.filter(
      (account) => accepted.get(account.username) !== (fateOf(account) === 'created' ? 'exists' : 'created'),
    ),
  ).toEqual([])
  await expectLogins(typed, () => true)
  console.info(`${typed.length} passwords: ${JSON.stringify(tally(reported.values()))}`)
})

it('an empty password is refused before anything is touched', async () => {
  const cwd = makeDirectory({
    'registrar.yml': hostFile(masPlan(mas, state)),
    'accounts.csv': csvOf([{ username: 'empty', password: '' }]),
  })
  const { exitCode, stdout } = await registrar(['register-user', '--from-csv', 'accounts.csv', '--json'], { cwd })
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: expect.stringContaining('there is no password') })
})

it('each password is set exactly, or is refused with the reason and leaves the old one', async () => {
  await register(typed, ['--accept-weak-password'])
  const reversed = typed.map(({ username }, index) => ({ username, password: `${typed.at(-1 - index)?.password}` }))
  const ask = (accept: string) =>
    operate(
      {
        plan: masPlan(mas, state),
        operation: setPassword,
        accounts: reversed.map(({ username, password }) => ({
          username,
          password: new Secret(password),
          keep_sessions: 'yes',
          accept_weak_password: accept,
        })),
        check: false,
      },
      { directory: '.', ask: undefined, readyTimeout: 10 },
    )
  const reported = fates(await ask('no'))
  expect(Object.keys(tally(reported.values())).sort()).toEqual(['changed', 'weak_password'])
  await expectLogins(
    reversed,
    ({ username, password }) =>
      reported.get(username) === 'changed' ||
      typed.find((before) => before.username === username)?.password === password,
  )
  expect(tally(fates(await ask('yes')).values())).toEqual({ changed: typed.length })
  await expectLogins(reversed, () => true)
})
