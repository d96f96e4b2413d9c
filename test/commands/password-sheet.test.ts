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
    ...names.map((username) => ({ username, displayName: '=1+1', notes: { class: '7b' } })),
    { username: 'carol', generate: { file: 'kept' }, notes: { house: 'é, "1"' } },
    { username: 'dave' },
    { username: 'erin', generate: { file: 'kept' } },
  ]
  const plan = { users, domain: 'example.org', elementUrl: 'https://chat.example.org/' } as unknown as HostPlan // what it reads
  const shown = new Map(names.map((name, index) => [name, new Secret(passwords[index] ?? '')]))
  const given = new Set([...names, 'carol', 'dave'])
  const sheet = join(directory, 'sheet.csv')
  expect(await writeSheet(reserveSheet(sheet, plan), sheet, { plan, directory, shown, given })).toBe(
    passwords.length + 1,
  )
  const rows = parse(readFileSync(sheet), { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[]
  expect(rows.map(({ password }) => password)).toEqual([...passwords, 'kept, in a file'])
  expect(rows[1]).toMatchObject({
    username: 'user1',
    user_id: '@user1:example.org',
    log_in_at: 'https://chat.example.org/',
    display_name: "'=1+1",
    class: '7b',
    house: '',
  })
  expect(rows.at(-1)).toMatchObject({ username: 'carol', display_name: '', class: '', house: 'é, "1"' })
  expect(statSync(sheet).mode & 0o777).toBe(0o600)
})

it('writes a page of slips, in which everything is text', async () => {
  const directory = makeDirectory()
  const users = [
    { username: 'anna', displayName: '<b>Anna & "Co"</b>', notes: { class: '7b', room: "<script>alert('1')" } },
    { username: 'ben' },
  ]
  const plan = { users, domain: 'example.org' } as unknown as HostPlan // what it reads
  const sheet = join(directory, 'slips.HTML')
  const shown = new Map([['anna', new Secret('a  <&"\'`=> {{x}}')]])
  const made = { plan, directory, shown, given: new Set(['anna', 'ben']) }
  expect(await writeSheet(reserveSheet(sheet, plan), sheet, made)).toBe(1)
  const page = readFileSync(sheet, 'utf8')
  expect(page).toContain('<div class="name">&lt;b&gt;Anna &amp; &quot;Co&quot;&lt;/b&gt;</div>')
  expect(page).toContain('<dd class="exact">a  &lt;&amp;&quot;&#x27;&#x60;&#x3D;&gt; {{x}}</dd>')
  expect(page).not.toMatch(/<script|https?:|src=|Sign in at/)
  expect(statSync(sheet).mode & 0o777).toBe(0o600)
})
