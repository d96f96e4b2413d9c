import { reading } from './changed.ts'
import { select } from './selection.ts'
import { testFiles } from './tiers.ts'

const all = ['pure', 'tools', 'live', 'host']

it.each([
  { name: 'nothing: everything', words: [], means: { tiers: all, words: [], isWhole: true } },
  { name: 'only what to print', words: ['--times'], means: { tiers: all, words: [], isWhole: true } },
  { name: 'tiers', words: ['live', 'host'], means: { tiers: ['live', 'host'], words: [], isWhole: false } },
  {
    name: 'a word for jest, with its value',
    words: ['-t', 'alice'],
    means: { tiers: all, words: ['-t', 'alice'], isWhole: false },
  },
  {
    name: 'a file',
    words: ['./test/live/cli.test.ts'],
    means: { tiers: ['live'], files: ['test/live/cli.test.ts'], words: [], isWhole: false },
  },
  {
    name: 'a part of the paths of files in two tiers, and a word for jest',
    words: ['secrets', '--bail'],
    means: { tiers: ['pure', 'tools', 'host'], words: ['--bail'], isWhole: false },
  },
  {
    name: 'a part of the paths of one tier',
    words: ['host', 'operations'],
    means: { tiers: ['host'], files: ['test/host/operations.test.ts'], words: [], isWhole: false },
  },
])('understands $name', ({ words, means }) => {
  expect(select(words)).toMatchObject(means)
})

it('says which word is in no path', () => {
  expect(() => select(['test/live/cli', 'nothing-here'])).toThrow('No test file has "nothing-here" in its path.')
})

it.each([
  ['templates/matrix_users/tasks/main.yml', 'test/render/role.test.ts'],
  ['templates/matrix_users/files/host_command.py', 'test/operations/accounts-program.test.ts'],
  ['schemas/host.schema.json', 'test/validate/rules.test.ts'],
  ['inventory-examples/native-local/registrar.yml', 'test/commands/examples.test.ts'],
  ['test/golden/native-local/justfile', 'test/commands/examples.test.ts'],
  ['generator/ui/progress.ts', 'test/commands/help.test.ts'],
  ['build/licences.ts', 'test/build/licences.test.ts'],
])('knows who reads %s', (changed, test) => {
  expect(reading([changed], testFiles())).toContain(test)
})

it('knows of nobody who reads a text for people', () => {
  expect(reading(['SECURITY.md'], testFiles())).toEqual([])
})
