import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const hostFile = 'version: 1\ndomain: example.com\nhost: matrix.example.com\nhomeserver: synapse\n'
const cwd = makeDirectory({ 'accounts/registrar.yml': hostFile, file: '' })

it.each([
  ['-C', 'accounts', 'validate'],
  ['validate', '-C', 'accounts'],
  ['-Caccounts', 'validate', 'registrar.yml'],
  ['validate', '-C', './accounts', 'registrar.yml'],
])('registrar %s %s %s works in that directory', async (...words) => {
  expect(await registrar(words, { cwd })).toMatchObject({ exitCode: 0, stderr: '1 host file: no problems found.\n' })
})

it.each([
  ['nowhere', 'Cannot change to nowhere: there is no such file or directory.'],
  ['file', 'Cannot change to file: '],
  ['a\u001b[2J', 'Cannot change to a\\u{1b}[2J: '],
])('-C %j is refused', async (directory, says) => {
  expect(await registrar(['-C', directory, 'validate'], { cwd })).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining(says),
  })
})
