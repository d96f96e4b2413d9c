import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const host =
  'version: 1\ndomain: example.org\nhost: matrix.example.org\nhomeserver: synapse\nconnection: { kind: ssh, address: 127.0.0.1, port: 1 }\n'

it.each<[string, string[], string, number?]>([
  ['without a terminal and without --yes', [], 'Review registrar setup-access --check, then add --yes.'],
  ['where the token is to be kept in an unknown way', ['--yes', '--keep', 'here'], '--keep is "here"'],
  ['a command that nobody can read from', ['--yes', '--keep', 'command:cat'], 'how cat gives the token back'],
  ['an empty command', ['--yes', '--keep', 'command: '], 'The command is empty'],
  ['a command that reads a file', ['--yes', '--read', 'cat token'], '--read is for a token that a command keeps'],
  ['what pass keeps without a name', ['--yes', '--keep', 'command:pass insert -m'], 'how pass gives the token back'],
  [
    'to deactivate an account without --revoke',
    ['--yes', '--deactivate-account'],
    '--deactivate-account is for --revoke',
  ],
  [
    'to revoke what it is to make',
    ['--revoke', '--as', 'john'],
    "option '--revoke' cannot be used with option '--as <name>'",
  ],
  ['a host that nobody reaches', ['--yes'], '127.0.0.1', 3],
])('refuses %s, and changes nothing', async (_what, words, says, code = 2) => {
  const cwd = makeDirectory({ 'registrar.yml': host })
  const { exitCode, stderr } = await registrar(['setup-access', ...words], { cwd })
  expect({ exitCode, stderr }).toEqual({ exitCode: code, stderr: expect.stringContaining(says) })
  expect(readFileSync(join(cwd, 'registrar.yml'), 'utf8')).toBe(host)
})

it('tells a failure as JSON, too', async () => {
  const cwd = makeDirectory({ 'registrar.yml': host })
  const { exitCode, stdout } = await registrar(['setup-access', '--yes', '--json', '--keep', 'here'], { cwd })
  expect({ exitCode, told: JSON.parse(stdout) as unknown }).toMatchObject({
    exitCode: 2,
    told: { outcome: 'failed', class: 'usage', changed: false, steps: [] },
  })
})
