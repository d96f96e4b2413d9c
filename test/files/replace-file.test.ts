import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { replaceFile } from '../../generator/files/replace-file.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

it.each([0o600, 0o640, 0o444 | 0o200])('a file that is replaced keeps its mode (%o)', (mode) => {
  const directory = makeDirectory({ 'host.yml': 'before' })
  const file = join(directory, 'host.yml')
  chmodSync(file, mode)
  replaceFile(file, 'after')
  expect([readFileSync(file, 'utf8'), modeOf(file)]).toEqual(['after', mode.toString(8)])
  expect(readdirSync(directory)).toEqual(['host.yml'])
})

it('a new file has the mode that is asked for, and a link stays one', () => {
  const directory = makeDirectory({ target: 'before' })
  replaceFile(join(directory, 'new'), 'text', 0o600)
  expect(modeOf(join(directory, 'new'))).toBe('600')
  symlinkSync('target', join(directory, 'link'))
  replaceFile(join(directory, 'link'), 'after')
  expect(lstatSync(join(directory, 'link')).isSymbolicLink()).toBe(true)
  expect(readFileSync(join(directory, 'target'), 'utf8')).toBe('after')
})
