import { mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { jest } from '@jest/globals'
import { execa } from 'execa'
import { ansibleVersions, installAnsible, installLinters } from '../lab/install.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { isExhaustive } from '../support/exhaustive.ts'

jest.setTimeout(1_800_000)
afterAll(removeDirectories)

const root = join(import.meta.dirname, '../..')

/** ansible-test downloads a script that installs pip into each of its environments; Python brings one itself. */
const installPip = 'import ensurepip\nensurepip.bootstrap(default_pip=True)\n'

/** Minutes for each version, in which pip installs what the checks need. */
const exhaustively = isExhaustive ? it : it.skip

exhaustively.each(ansibleVersions)('ansible-test sanity of ansible-core %s accepts the collection', async (version) => {
  const bin = await installAnsible(version)
  const home = makeDirectory()
  const collection = join(home, 'ansible_collections/matrix_registrar/accounts')
  const env = { HOME: home, PATH: [bin, await installLinters(), process.env['PATH']].join(delimiter) }
  const run = (command: string, ...words: string[]) => execa(command, words, { cwd: collection, env })
  mkdirSync(collection, { recursive: true })
  await execa('npm', ['run', '-s', 'collection', home], { cwd: root, env })
  await run('sh', '-c', 'tar xzf "$0"/*.tar.gz', home)
  writeFileSync(join(collection, '.gitignore'), 'tests/output/\n') // where ansible-test has its environments
  await run('git', 'init', '-q')
  await run('git', 'add', '-A')
  const { stdout: python } = await run('python3', '-c', 'import sys; print("%d.%d" % sys.version_info[:2])')
  const sanity = () =>
    execa('ansible-test', ['sanity', '--venv', '--python', python, '--color', 'no'], {
      cwd: collection,
      env,
      reject: false,
      all: true,
    })
  const first = await sanity()
  const script = /\S+\/get_pip_[\d_]+\.py/.exec(first.all)?.[0]
  if (script) writeFileSync(script, installPip)
  const { exitCode, all } = script ? await sanity() : first
  const complaints = all.split('\n').filter((line) => /^(ERROR|FATAL)/.test(line))
  expect({ exitCode, complaints }).toEqual({ exitCode: 0, complaints: [] })
})
