import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { reserveSheet, writeSheet } from '../../generator/commands/password-sheet.ts'
import type { HostPlan } from '../../generator/plan/host-plan.ts'
import { Secret } from '../../generator/secrets/secret.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const passwords = [
  'ordinary1',
  'a,comma',
  'a "quote"',
  "an 'other",
  'a;semicolon',
  '=1+1',
  ' lead',
  'two\nlines',
  'é 中',
]

it('writes passwords as CSV that gives each back, for its owner alone', async () => {
  const directory = makeDirectory({ kept: 'kept, in a file\n' })
  const names = passwords.map((_password, index) => `user${index}`)
  const users = [
    ...names.map((username) => ({ username })),
    { username: 'carol', generate: { file: 'kept' } },
    { username: 'dave' },
  ]
  const plan = { users, domain: 'example.org', elementUrl: 'https://chat.example.org/' } as unknown as HostPlan // what it reads
  const shown = new Map(names.map((name, index) => [name, new Secret(passwords[index] ?? '')]))
  const sheet = join(directory, 'sheet.csv')
  expect(await writeSheet(reserveSheet(sheet, plan), { plan, directory, shown })).toBe(passwords.length + 1)
  const rows = parse(readFileSync(sheet), { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[]
  expect(rows.map(({ password }) => password)).toEqual([...passwords, 'kept, in a file'])
  expect(rows[1]).toMatchObject({
    username: 'user1',
    user_id: '@user1:example.org',
    log_in_at: 'https://chat.example.org/',
  })
  expect(statSync(sheet).mode & 0o777).toBe(0o600)
})
