import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { withoutAnsible } from '../support/without-ansible.ts'

afterAll(removeDirectories)

const hosts = '[matrix_servers]\na\n[others]\nb\n'
const says = (version: string) => `matrix_playbook_migration_validated_version: ${version}\n`
const [old, expected] = [says('v2026.03.23.0'), says('v2026.05.18.0')]
const [all, own, later] = ['group_vars/all.yml', 'host_vars/a/aa.yml', 'host_vars/a/zz.yml']

type Files = Record<string, string>

/** Files, what check-vars tells of the whole directory, and what migrate says of the version, once. */
const cases: [string, Files, string[], RegExp | undefined][] = [
  ['the host says it', { [own]: expected }, [], undefined],
  ['a group says it', { [all]: expected, [own]: 'x: 1\n' }, [], undefined],
  ['a later file says it', { [all]: old, [own]: expected, [later]: 'x: 1\n' }, [], undefined],
  ['a template may say it', { [own]: says('"{{ x }}"') }, [], undefined],
  ['an older one in a later file', { [own]: expected, [later]: old }, [`error ${later}:1`], /up to v2026.03.23.0\./],
  ['an older one of a group', { [all]: old, [own]: 'x: 1\n' }, [`error ${all}:1`], /up to v2026.03.23.0\./],
  ['none', { [own]: 'x: 1\n', [later]: 'y: 1\n' }, ['warning hosts:1'], /version is not set\./],
  ['nothing written after it', { [own]: says('') }, [`error ${own}:1`], /says that you have read none\./],
  ['another host says it', { [own]: 'x: 1\n', 'host_vars/b.yml': expected }, ['warning hosts:1'], /is not set\./],
]

it.each(cases)('check-vars judges the version of all files of a host: %s', async (_what, files, found) => {
  const cwd = makeDirectory({ hosts, ...files })
  const { stdout } = await registrar(['check-vars', '.', '--format', 'json'], { cwd, env: withoutAnsible })
  const { diagnostics: reported } = JSON.parse(stdout) as {
    diagnostics: { code: string; severity: string; file: string; line: number }[]
  }
  expect(reported.map(({ severity, file, line }) => `${severity} ${file}:${line}`)).toEqual(found)
  expect(reported.every(({ code }) => code === 'unread-changes')).toBe(true)
})

it.each(cases)('migrate says once what the playbook still refuses: %s', async (_what, files, _found, words) => {
  const cwd = makeDirectory({ hosts, ...files })
  const { stderr } = await registrar(['migrate', 'host_vars/a', '--to', '2026-08', '--diff'], { cwd })
  const reported = stderr.split('\n').filter((line) => line.includes('refuses to run'))
  expect(reported).toEqual(words ? [expect.stringMatching(words)] : [])
})

it('says nothing about what an encrypted file may say', async () => {
  const cwd = makeDirectory({ hosts, [own]: 'x: 1\n', [later]: '$ANSIBLE_VAULT;1.1;AES256\n6162\n' })
  const check = await registrar(['check-vars', '.'], { cwd, env: withoutAnsible })
  const migrate = await registrar(['migrate', own, '--to', '2026-08'], { cwd })
  expect(check.stdout + migrate.stderr).not.toContain('refuses to run')
})

it('a file without a change has no heading in the diff', async () => {
  const cwd = makeDirectory({ [own]: `${expected}matrix_synapse_admin_enabled: true\n`, [later]: 'x: 1\n' })
  const { stdout } = await registrar(['migrate', 'host_vars/a', '--to', '2026-08', '--diff'], { cwd })
  expect(stdout).toContain(own)
  expect(stdout).not.toContain(later)
})
