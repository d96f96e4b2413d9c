import { rm } from 'node:fs/promises'
import { jest } from '@jest/globals'
import { createRegistrationToken } from '../../generator/operations/create-registration-token.ts'
import type { Row } from '../../generator/operations/finds.ts'
import { listRegistrationTokens } from '../../generator/operations/list-registration-tokens.ts'
import type { HostPlan } from '../../generator/plan/host-plan.ts'
import { operate } from '../../generator/run/operate.ts'
import { login } from '../lab/matrix-client.ts'
import { startSynapse, type Synapse } from '../lab/synapse.ts'
import { startTokenPage, type TokenPage } from '../lab/token-page.ts'
import { removeDirectories } from '../support/directory.ts'
import { everySurface, type LocalSurface } from '../support/every-surface.ts'
import { localPlan } from '../support/plans.ts'

jest.setTimeout(900_000)

let synapse: Synapse
let page: TokenPage
let plan: HostPlan

beforeAll(async () => {
  synapse = await startSynapse()
  page = await startTokenPage(synapse)
  plan = {
    ...localPlan('synapse', synapse, synapse.python),
    access: { tokenPage: { url: page.url, secret: { env: 'PAGE_SECRET' } } },
  }
  process.env['PAGE_SECRET'] = page.adminSecret
})

afterAll(async () => {
  await page?.stop()
  await synapse?.stop()
  removeDirectories()
})

async function tokens(): Promise<Row[]> {
  const [report] = await operate(
    { plan, operation: listRegistrationTokens, accounts: [{}], check: false },
    { directory: '.', ask: undefined, readyTimeout: 10 },
  )
  return report?.rows ?? []
}

/** As a person does on the page. */
async function registerThere(username: string, token: string): Promise<number> {
  const form = new URLSearchParams({ username, password: 'secret-password', confirm: 'secret-password', token })
  return (await fetch(`${page.url}/register`, { method: 'POST', body: form })).status
}

it('the tokens of matrix-registration are made and ended by Ansible', async () => {
  const { root, surfaces } = await everySurface(plan, { PAGE_SECRET: page.adminSecret })
  const ansible = surfaces['ansible'] as LocalSurface
  const made = await ansible('create-registration-token', { uses: '1', expires: '7d' })
  expect(made).toMatchObject({ changed: true, failed: false })
  const token = /Registration token: (\w+)/.exec(made.message)?.[1] ?? ''
  expect((await tokens()).find((each) => each.token === token)).toMatchObject({ uses_allowed: 1, valid: true })
  expect(await ansible('revoke-registration-token', { token })).toMatchObject({ changed: true, failed: false })
  expect((await tokens()).find((each) => each.token === token)).toMatchObject({ valid: false })
  expect(await ansible('create-registration-token', { uses: '5' })).toMatchObject({
    failed: true,
    message: expect.stringContaining('matrix-registration cannot do that: its tokens work for one account') as string,
  })
  await rm(root, { recursive: true })
})

it('the tokens of matrix-registration are made, shown and ended by the host command', async () => {
  const { root, surfaces } = await everySurface(plan, {
    PAGE_SECRET: page.adminSecret,
    MATRIX_TOKEN_PAGE_SECRET: page.adminSecret,
  })
  const surface = surfaces['host command'] as LocalSurface
  try {
    const made = await surface('create-registration-token', { uses: '1', expires: '7d' })
    expect(made).toMatchObject({
      changed: true,
      failed: false,
      message: expect.stringMatching(/^Registration token: [A-Za-z]+/) as string,
    })
    const token = /Registration token: (\w+)/.exec(made.message)?.[1] ?? ''
    expect((await tokens()).find((each) => each.token === token)).toMatchObject({
      uses: 0,
      uses_allowed: 1,
      valid: true,
      expires: expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
    })
    const person = 'of-host-command'
    expect(await registerThere(person, token)).toBe(200)
    expect((await login(synapse.url, person, 'secret-password')).status).toBe(200)
    expect((await tokens()).find((each) => each.token === token)).toMatchObject({ uses: 1, valid: false })
    expect(await registerThere(`${person}-again`, token)).toBe(400)

    const other = /Registration token: (\w+)/.exec((await surface('create-registration-token', {})).message)?.[1] ?? ''
    expect(await surface('revoke-registration-token', { token: other }, { check: true })).toMatchObject({
      changed: true,
      message: expect.stringContaining('would be revoked') as string,
    })
    expect(await surface('revoke-registration-token', { token: other })).toMatchObject({ changed: true, failed: false })
    expect(await surface('revoke-registration-token', { token: other })).toMatchObject({
      changed: false,
      failed: false,
      message: expect.stringContaining('was already revoked') as string,
    })
    expect(await registerThere(`${person}-late`, other)).toBe(400)
    expect(await surface('revoke-registration-token', { token: 'NoSuchToken' })).toMatchObject({
      failed: true,
      message: expect.stringContaining('There is no registration token') as string,
    })
    expect(await surface('create-registration-token', { uses: '5' })).toMatchObject({
      failed: true,
      message: expect.stringContaining('matrix-registration cannot do that: its tokens work for one account') as string,
    })
    expect(await surface('update-registration-token', { token: other, uses: '5' })).toMatchObject({
      failed: true,
      message: expect.stringContaining('cannot be changed, only revoked') as string,
    })
    expect((await surface('list-registration-tokens', {})).failed).toBe(false)
  } finally {
    await rm(root, { recursive: true })
  }
})

it('says what is wrong with the page', async () => {
  const reported = async (of: HostPlan) => {
    const [report] = await operate(
      {
        plan: of,
        operation: createRegistrationToken,
        accounts: [{ uses: 'unlimited', expires: 'never' }],
        check: false,
      },
      { directory: '.', ask: undefined, readyTimeout: 1 },
    )
    return report?.class
  }
  process.env['WRONG_SECRET'] = 'another'
  expect(await reported({ ...plan, access: { tokenPage: { url: page.url, secret: { env: 'WRONG_SECRET' } } } })).toBe(
    'token_page_rejected',
  )
  expect(
    await reported({
      ...plan,
      access: { tokenPage: { url: 'http://127.0.0.1:9/matrix-registration', secret: { env: 'PAGE_SECRET' } } },
    }),
  ).toBe('token_page_absent')
  expect(await reported({ ...plan, access: { tokenPage: { url: synapse.url, secret: { env: 'PAGE_SECRET' } } } })).toBe(
    'token_page_absent',
  )
})
