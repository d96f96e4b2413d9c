import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { readPassword } from '../../generator/secrets/generated-password.ts'
import { withoutLineEnd } from '../../generator/secrets/line-end.ts'
import { resolveSecret } from '../../generator/secrets/resolve-secret.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const files = join(import.meta.dirname, '../../roles/matrix_users/files')

/** The same of Ansible and of the host's commands. */
const inPython = `
import json, sys
sys.path.insert(0, ${JSON.stringify(files)})
from matrix_registrar.line_end import Stray, without_line_end
def line(whole):
    try:
        return {"text": without_line_end(whole)}
    except Stray as stray:
        return {"stray": str(stray)}
json.dump([line(whole) for whole in json.load(sys.stdin)], sys.stdout)
`

const taken: [whole: string, secret: string][] = [
  ['secret', 'secret'],
  ['secret\n', 'secret'],
  ['secret\r\n', 'secret'],
  [' a b \t', ' a b \t'],
  ['one\r\ntwo\nthree\r\n', 'one\r\ntwo\nthree'],
  ['a\rb', 'a\rb'],
  ['a\ufeffb\n', 'a\ufeffb'],
  ['', ''],
  ['\n', ''],
]

const refused: [whole: string, stray: string][] = [
  ['secret\n\n', 'a second line end in line 1, column 7'],
  ['secret\r\n\r\n', 'a second line end in line 1, column 8'],
  ['one\ntwo\n\n\n', 'a second line end in line 3, column 1'],
  ['secret\r', 'a carriage return in line 1, column 7'],
  ['secret\r\r\n', 'a carriage return in line 1, column 7'],
  ['\ufeffsecret', 'a byte order mark in line 1, column 1'],
  ['\ufeffsecret\r\n', 'a byte order mark in line 1, column 1'],
  ['one\nsecret\ufeff\n', 'a byte order mark in line 2, column 7'],
]

it.each(taken)('of %j, the secret is %j', async (whole, text) => {
  expect(withoutLineEnd(whole)).toEqual({ text })
  if (text === '') return
  const directory = makeDirectory({ secret: whole })
  expect((await resolveSecret({ file: 'secret' }, directory)).reveal()).toBe(text)
  expect((await resolveSecret({ command: ['cat', 'secret'] }, directory)).reveal()).toBe(text)
  expect((await readPassword(join(directory, 'secret')))?.reveal()).toBe(text)
})

it.each(refused)('%j is refused: %s', async (whole, stray) => {
  expect(withoutLineEnd(whole).stray).toBe(stray)
  const directory = makeDirectory({ secret: whole })
  const path = join(directory, 'secret')
  await expect(resolveSecret({ file: 'secret' }, directory)).rejects.toThrow(`The file ${path} has ${stray}`)
  await expect(resolveSecret({ command: ['cat', 'secret'] }, directory)).rejects.toThrow(`cat has ${stray}`)
  await expect(readPassword(path)).rejects.toThrow(`${path}, has ${stray}`)
})

it('is the same in Python', () => {
  const { stdout } = spawnSync('python3', ['-B', '-c', inPython], {
    input: JSON.stringify([...taken, ...refused].map(([whole]) => whole)),
    encoding: 'utf8',
  })
  expect(JSON.parse(stdout)).toEqual([
    ...taken.map(([, text]) => ({ text })),
    ...refused.map(([, stray]) => ({ stray })),
  ])
})
