import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import type { HostPlan } from '../../generator/plan/host-plan.ts'
import { login, setDisplayName } from '../lab/matrix-client.ts'
import { startSynapse, type Synapse } from '../lab/synapse.ts'
import { differingAnsibles } from '../support/ansible-versions.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { ownLock } from '../support/own-lock.ts'
import { localPlan } from '../support/plans.ts'
import { makeWorkspace, type Run, runJust } from '../support/workspace.ts'

jest.setTimeout(900_000)

ownLock()

let server: Synapse
let root: string
let marker: string
let hostile: string

beforeAll(async () => {
  server = await startSynapse()
  marker = join(makeDirectory(), 'evaluated')
  hostile = `{{ lookup('ansible.builtin.pipe', 'touch ${marker}') }} %(domain)s {{ 7*7 }}`
  const plan: HostPlan = {
    ...localPlan('synapse', server, server.python),
    access: { token: { env: 'MATRIX_ADMIN_TOKEN' } },
    users: [{ username: 'mallory', displayName: 'Mallory' }],
  }
  root = makeWorkspace([plan])
  for (const [name, admin] of [
    ['boss', 'yes'],
    ['mallory', 'no'],
  ])
    await runJust(root, ['register-user', name ?? '', 'secret-password', admin ?? ''])
})

afterAll(async () => {
  await server?.stop()
  if (root) await rm(root, { recursive: true })
  removeDirectories()
})

/** Anybody names their own account, and an admin's machine prints the name. */
it.each(differingAnsibles)("what people call themselves is text to the operator's ansible-core %s", async (ansible) => {
  const { accessToken = '' } = await login(server.url, 'mallory', 'secret-password')
  await setDisplayName(server.url, accessToken, '@mallory:example.org', hostile)
  const env = { MATRIX_ADMIN_TOKEN: (await login(server.url, 'boss', 'secret-password')).accessToken ?? '' }
  const runs: Record<string, Run> = {}
  for (const words of [
    ['show-user', 'mallory'],
    ['list-users'],
    ['set-display-name', 'mallory', hostile],
    ['plan-users'],
    ['ensure-users'],
  ]) {
    // As a recipe prints them for people, lists are tables.
    const shown = /^(show|list)-/.test(words[0] ?? '') ? { ANSIBLE_CALLBACK_RESULT_FORMAT: 'yaml' } : {}
    runs[words[0] ?? ''] = await runJust(root, words, { ansible, env: { ...env, ...shown } })
  }
  expect(existsSync(marker)).toBe(false)
  const table = runs['list-users']?.output.split('\n').filter((line) => /^ +(USER|@)/.test(line)) ?? []
  expect(table).toHaveLength(3)
  expect(table[2]?.trim()).toMatch(/^@mallory:example\.org {2}\{\{ lookup.* {9}active/)
  for (const [name, { exitCode, output }] of Object.entries(runs)) {
    expect({ name, exitCode, is: output.includes(JSON.stringify(hostile).slice(1, -1)) ? 'text' : output }).toEqual({
      name,
      exitCode: 0,
      is: 'text',
    })
  }
})
