import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, readTree, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const host = 'matrix.example.com'
const secret = 'matrix_synapse_macaroon_secret_key: hush\n'
const hostFile = `version: 1
domain: example.com
host: ${host}
homeserver: synapse
connection: { kind: local }
email: { relay: { host: smtp.example.com, username: me, password: { env: RELAY_PASSWORD } } }
`

/** The operator's own file of variables, which a directory beside it would hide from Ansible. */
const files = [`${host}.yml`, `${host}.yaml`, `${host}.json`]

describe.each(files)('host_vars/%s, alone', (file) => {
  const own = file.endsWith('.json') ? '{"matrix_domain": "example.com"}' : 'matrix_domain: example.com\n'

  it('is not hidden by vault-secrets, in a checkout and in a workspace', async () => {
    for (const [words, at] of [
      [['--into', 'mdad'], 'mdad/inventory/host_vars'],
      [[], 'inventory/host_vars'],
    ] as const) {
      const checkout = { 'mdad/setup.yml': '', 'mdad/inventory/hosts': `[matrix_servers]\n${host}\n` }
      const cwd = makeDirectory({ 'registrar.yml': hostFile, ...checkout, [`${at}/${file}`]: own })
      const before = readTree(cwd)
      const env = { RELAY_PASSWORD: 'hush' }
      expect(await registrar(['vault-secrets', ...words], { cwd, env })).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining(`no longer read ${at}/${file} beside the new directory`),
      })
      expect(readTree(cwd)).toEqual(before)
    }
  })

  it('is not hidden by import', async () => {
    const cwd = makeDirectory({
      'vars.yml': `matrix_domain: example.com\n${secret}`,
      [`out/inventory/host_vars/${file}`]: own,
    })
    const before = readTree(cwd)
    expect(await registrar(['import', 'vars.yml', '--out', 'out'], { cwd })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(`mkdir out/inventory/host_vars/${host} && mv out/inventory/host_vars/${file}`),
    })
    expect(readTree(cwd)).toEqual(before)
  })
})

/** What .gitattributes says, and whether the file with what was kept is kept out of git. */
const attributes: [string, string | undefined, boolean][] = [
  ['nothing', undefined, true],
  ['that it encrypts that file', '*kept* filter=git-crypt diff=git-crypt\n', false],
  ['that it encrypts another one', 'secrets/** filter=git-crypt\n', true],
  ['that it encrypts all but that file', '* filter=git-crypt\n*kept* !filter\n', true],
  ['another filter', '* filter=lfs\n', true],
]

it.each(attributes)('.gitattributes that says %s', async (_what, text, isIgnored) => {
  const cwd = makeDirectory({
    'vars.yml': `matrix_domain: example.com\n${secret}`,
    ...(text === undefined ? {} : { '.gitattributes': text }),
  })
  execFileSync('git', ['init', '-q'], { cwd })
  expect(await registrar(['import', 'vars.yml', '--out', '.'], { cwd })).toMatchObject({ exitCode: 0 })
  const ignore = join(cwd, '.gitignore')
  const lines = existsSync(ignore) ? readFileSync(ignore, 'utf8') : ''
  expect(lines.includes('kept')).toBe(isIgnored)
})
