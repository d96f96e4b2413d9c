import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const old = (value: unknown) => `matrix_synapse_admin_enabled: ${value}\n`
const renamed = (value: unknown) => `matrix_ketesa_enabled: ${value}\n`
const uses = 'my_own: "{{ matrix_synapse_admin_enabled }}"\n'
const vars = 'host_vars/a/vars.yml'
const later = 'host_vars/a/zz.yml'
const earlier = 'host_vars/a/aa.yml'

type Files = Record<string, string>

async function migrate(files: Files, words: string[]) {
  const root = makeDirectory(files)
  const { exitCode, stderr, stdout } = await registrar(['migrate', ...words, '--to', '2026-08'], { cwd: root })
  const after = Object.fromEntries(Object.keys(files).map((file) => [file, readFileSync(join(root, file), 'utf8')]))
  return { exitCode, printed: stderr + stdout, after }
}

/** Files, those that are named, and the words with both places: with the new name another file would win or lose. */
const stays: [string, Files, string[], RegExp][] = [
  [
    'a later file has the new name',
    { [vars]: old(true), [later]: renamed(false) },
    [vars],
    /vars.yml:1 .* host_vars\/a\/zz.yml:1 sets that to something else/,
  ],
  [
    'an earlier file has it',
    { [vars]: old(true), [earlier]: `b: 1\n${renamed(false)}` },
    [vars],
    /host_vars\/a\/aa.yml:2 sets that/,
  ],
  [
    'both are named',
    { [vars]: old(true), [later]: renamed(false) },
    ['host_vars/a'],
    /host_vars\/a\/zz.yml:1 sets that/,
  ],
  [
    'a group has it',
    { [vars]: old(true), 'group_vars/all.yml': renamed(false) },
    [vars],
    /group_vars\/all.yml:1 sets that/,
  ],
  [
    'a host of the group has it',
    { 'group_vars/all/x.yml': old(true), [vars]: renamed(false) },
    ['group_vars'],
    /host_vars\/a\/vars.yml:1 sets that/,
  ],
  [
    'a template, which may say anything',
    { [vars]: old('"{{ x }}"'), [later]: renamed('"{{ x }}"') },
    [vars],
    /zz.yml:1 sets that/,
  ],
  [
    'another old name of the same',
    { [vars]: 'matrix_redis_enabled: true\n', [later]: 'redis_enabled: false\n' },
    ['host_vars/a'],
    /zz.yml:1 sets redis_enabled, which is the same setting/,
  ],
  [
    'a file that is not named sets the old name',
    { [vars]: old(true), [later]: old(false) },
    [vars],
    /is also in host_vars\/a\/zz.yml:1.*together/,
  ],
  [
    'a file that is not named uses the old name',
    { [vars]: old(true), [later]: uses },
    [vars],
    /is also in host_vars\/a\/zz.yml:1/,
  ],
  [
    'a template uses what another file keeps',
    { [vars]: uses, [later]: old(true) },
    [vars],
    /is also in host_vars\/a\/zz.yml:1/,
  ],
]

it.each(stays)('a name stays where its new one would change what counts: %s', async (_what, files, words, printed) => {
  const result = await migrate(files, words)
  expect(result.after).toEqual(files)
  expect(result.printed).toMatch(printed)
  expect(result.exitCode).toBe(1)
})

/** Files, those that are named, and what becomes of them. */
const goes: [string, Files, string[], Files][] = [
  [
    'two files with the old name',
    { [vars]: old(true), [later]: old(false) },
    ['host_vars/a'],
    { [vars]: renamed(true), [later]: renamed(false) },
  ],
  [
    'one that uses it',
    { [vars]: old(true), [later]: uses },
    [later, vars],
    { [vars]: renamed(true), [later]: uses.replace('synapse_admin', 'ketesa') },
  ],
  ['the same value', { [vars]: old(true), [later]: renamed(true) }, [vars], { [vars]: renamed(true) }],
  ['another host', { [vars]: old(true), 'host_vars/b.yml': renamed(false) }, [vars], { [vars]: renamed(true) }],
  [
    'a file that Ansible does not read',
    { [vars]: old(true), 'host_vars/a.yml': renamed(false) },
    [vars],
    { [vars]: renamed(true) },
  ],
  [
    'other settings',
    { [vars]: old(true) + 'matrix_mailer_enabled: true\n', [later]: renamed(false) },
    [vars],
    { [vars]: old(true) + 'exim_relay_enabled: true\n' },
  ],
  [
    'files of no inventory',
    { 'a/x.yml': old(true), 'b/x.yml': renamed(false) },
    ['a/x.yml', 'b/x.yml'],
    { 'a/x.yml': renamed(true) },
  ],
]

it.each(goes)('names are rewritten where nothing else changes: %s', async (_what, files, words, expected) => {
  const { after } = await migrate(files, words)
  expect(after).toEqual({ ...files, ...expected })
})

it('a template keeps a name that stays', async () => {
  const files = { [vars]: old(true) + uses, [later]: renamed(false) }
  expect((await migrate(files, [vars])).after).toEqual(files)
  const beside = { [earlier]: uses, [vars]: old(true), [later]: renamed(false) }
  expect((await migrate(beside, ['host_vars'])).after).toEqual(beside)
  const alone = { 'vars.yml': old(true) + renamed(false) + uses }
  expect((await migrate(alone, ['vars.yml'])).after).toEqual(alone)
})

it('says which files could not be compared', async () => {
  const files = { [vars]: old(true), 'host_vars/a/vault.yml': '$ANSIBLE_VAULT;1.1;AES256\n61\n', [later]: 'a: [\n' }
  const { after, printed, exitCode } = await migrate(files, [vars])
  expect({ exitCode, is: after[vars] }).toEqual({ exitCode: 0, is: renamed(true) })
  expect(printed).toMatch(/note: host_vars\/a\/vault.yml is encrypted[^]*note: host_vars\/a\/zz.yml cannot be read/)
})
