import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgeName } from '../../generator/dialects/judge-name.ts'
import { releaseNames } from '../../generator/dialects/playbook-names.ts'
import { newerChanges } from '../../generator/dialects/changes.ts'
import { changesByName, namesOf } from '../../generator/dialects/names.ts'
import { parseVariables } from '../../generator/variables/load-variables.ts'
import { migrateVariables } from '../../generator/variables/migrate-variables.ts'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const newest = releaseNames('2026-08')
const tables = [...changesByName().keys()].filter((name) => !name.includes('*'))
const renamed = [...new Set([...namesOf('2024-10'), ...namesOf('2025-06'), ...tables])].flatMap((name) => {
  const verdict = judgeName(name, newest)
  return verdict.kind === 'renamed' ? [{ name, to: verdict.to }] : []
})
// Two old names can have become one: each file sets it once.
const once = renamed.filter(({ to }, index) => renamed.findIndex((other) => other.to === to) === index)

const version = 'matrix_playbook_migration_validated_version: v2026.05.18.0\n'
const migrated = (text: string) => migrateVariables(parseVariables('vars.yml', text), newest)

it('rewrites every renamed name, and not a byte elsewhere', async () => {
  const line = (name: string, index: number) =>
    index % 3 ? `${name}:   # ${index}: was it?` : `"${name}": "{{ other | default('x') }}"   `
  const file = (names: string[]) =>
    `---\n# matrix_synapse_admin_enabled stays in a comment\n\n${names.map(line).join('\n\n')}\n${version}`
  const root = makeDirectory({ 'vars.yml': file(once.map(({ name }) => name)) })
  const { exitCode, stderr } = await registrar(['migrate', 'vars.yml', '--to', '2026-08'], { cwd: root })
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: `vars.yml: ${once.length} names rewritten.\n` })
  expect(readFileSync(join(root, 'vars.yml'), 'utf8')).toBe(file(once.map(({ to }) => to)))
  expect(once.length).toBeGreaterThan(2000)
})

it('every plain successor of the tables is a name of the newest release, or of a role that could not be seen', () => {
  const plain = [...changesByName().values()].filter(
    (change) => change.kind === 'renamed' && !change.old.endsWith('*') && !newerChanges.includes(change),
  )
  expect(plain.length).toBeGreaterThanOrEqual(750)
  const verdicts = plain.map(({ old }) => judgeName(old, newest).kind)
  expect(verdicts.filter((kind) => kind === 'unknown' || kind === 'known')).toEqual([])
})

it.each([
  ['a: "{{ matrix_synapse_admin_enabled }}"', 'a: "{{ matrix_ketesa_enabled }}"'],
  ['a: "{{ x[\'matrix_synapse_admin_enabled\'] }}"', undefined],
  ['a: "{{ vars[\'matrix_synapse_admin_enabled\'] }}"', 'a: "{{ vars[\'matrix_ketesa_enabled\'] }}"'],
  [
    "a: \"{{ lookup('vars', 'matrix_synapse_admin_enabled') }}\"",
    "a: \"{{ lookup('vars', 'matrix_ketesa_enabled') }}\"",
  ],
  [
    "a: \"{{ hostvars['b']['devture_postgres_connection_port'] }}\"",
    "a: \"{{ hostvars['b']['postgres_connection_port'] }}\"",
  ],
  ['a: "{{ x.matrix_synapse_admin_enabled }}"', undefined],
  ['a: "{{ \'matrix_synapse_admin_enabled\' }}"', undefined],
  ['a: "matrix_synapse_admin_enabled {{ b }}"', undefined],
  [
    'a: |\n  x: {{ hostname_identity }} # {{ redis_identifier }}',
    'a: |\n  x: {{ matrix_domain }} # {{ valkey_identifier }}',
  ],
  ['a: [{ b: "{% if matrix_mailer_enabled %}1{% endif %}" }]', 'a: [{ b: "{% if exim_relay_enabled %}1{% endif %}" }]'],
  ["? matrix_mailer_enabled\n: '{{ a }}'", "? exim_relay_enabled\n: '{{ a }}'"],
  ['{matrix_mailer_enabled: true, b: 1}', '{exim_relay_enabled: true, b: 1}'],
  ['matrix_redis_enabled: true\r\n# é\r\nb: 1\r', 'valkey_enabled: true\r\n# é\r\nb: 1\r'],
])('%j becomes %j', (before, after) => expect(migrated(`${before}\n`).text).toBe(`${after ?? before}\n`))

it('reports what has no plain successor, with what to do, and only shows with --diff', async () => {
  const text =
    'my_own: "{{ matrix_synapse_admin_enabled }}"\nmatrix_registration_enabled: true\nmatrix_synapse_rc_messages_per_second: 1\nmatrix_synapse_container_image_force_pull: true\nmatrix_playbook_reverse_proxy_type: playbook-managed-nginx\nb: "{{ matrix_ma1sd_enabled }}"\n'
  const root = makeDirectory({ 'vars.yml': text })
  const shown = await registrar(['migrate', 'vars.yml', '--to', '2026-08', '--diff'], { cwd: root })
  expect(shown.exitCode).toBe(1)
  expect(shown.stderr).toMatch(
    /vars.yml:2 matrix_registration_enabled was removed \(2026-05-19\)\. .*registration tokens/,
  )
  expect(shown.stderr).toMatch(/vars.yml:3 .* replaced .* key per_second of matrix_synapse_rc_message/)
  expect(shown.stderr).toMatch(/vars.yml:4 .* Leave it out: images are pulled/)
  expect(shown.stderr).toMatch(/vars.yml:5 .*"playbook-managed-nginx", which the playbook does not accept/)
  expect(shown.stderr).toMatch(/vars.yml:6 In a template: matrix_ma1sd_enabled was removed/)
  expect(shown.stderr).toContain('is not set. Read its CHANGELOG.md, then write')
  expect(shown.stdout).toContain('+my_own: "{{ matrix_ketesa_enabled }}"')
  expect(readFileSync(join(root, 'vars.yml'), 'utf8')).toBe(text)
})

it('a file that has grown for years: nothing that has a plain successor is left', () => {
  const file = join(import.meta.dirname, '../fixtures/variables/galaxy-renames/vars.yml')
  const { text, renamed: count, left } = migrated(readFileSync(file, 'utf8'))
  expect(count).toBe(24)
  expect(migrated(text)).toMatchObject({ text, renamed: 0 })
  expect(left.map(({ message }) => message.split(' ')[0])).toMatchInlineSnapshot(`
   [
     "devture_postgres_connection_password",
     "matrix_ssl_lets_encrypt_support_email",
     "matrix_ssl_retrieval_method",
     "matrix_nginx_proxy_enabled",
     "redis_enabled",
     "keydb_enabled",
     "matrix_sliding_sync_enabled",
     "matrix_dimension_enabled",
     "matrix_ma1sd_enabled",
     "hostname_identity",
   ]
  `)
})

it('does not make a key twice, nor touch what is not YAML, or is encrypted', async () => {
  const text = 'matrix_synapse_admin_enabled: true\nmatrix_ketesa_enabled: false\n'
  const root = makeDirectory({
    'vars.yml': text,
    'broken.yml': 'a: [\n',
    'vault.yml': '$ANSIBLE_VAULT;1.1;AES256\n61\n',
  })
  const twice = await registrar(['migrate', 'vars.yml', '--to', '2026-08'], { cwd: root })
  expect(twice).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('which is already set') })
  expect(readFileSync(join(root, 'vars.yml'), 'utf8')).toBe(text)
  expect((await registrar(['migrate', 'broken.yml', '--to', '2026-08'], { cwd: root })).exitCode).toBe(2)
  expect(await registrar(['migrate', 'vault.yml', '--to', '2026-08'], { cwd: root })).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('since it is encrypted'),
  })
})

it('rewrites a key that is there twice in both places, as Ansible would read them', () => {
  const { text, left } = migrated('matrix_mailer_enabled: true\nmatrix_mailer_enabled: false\n')
  expect({ text, left }).toEqual({ text: 'exim_relay_enabled: true\nexim_relay_enabled: false\n', left: [] })
})
