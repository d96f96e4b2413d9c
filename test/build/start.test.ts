import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const program = join(import.meta.dirname, '../../dist/program.js')
const parts = join(dirname(program), 'parts')
const [connecting = ''] = readdirSync(parts).filter((name) => name.startsWith('connecting-'))

/** A file of the program, with all that it imports before it runs. */
function loadedWith(path: string, loaded = new Map<string, string>()): Map<string, string> {
  if (loaded.has(path)) return loaded
  const text = readFileSync(path, 'utf8')
  loaded.set(path, text)
  for (const [, other = ''] of text.matchAll(/(?:^|;)import(?:[^"';]*from)?"(\.[^"]+)"/gm))
    loadedWith(join(dirname(path), other), loaded)
  return loaded
}

it.each([
  ['every command starts', 'tables, with the widths of characters', program, 'RGI_Emoji'],
  ['every command starts', 'SSH', program, 'ssh-userauth'],
  ['every command starts', 'prompts', program, 'MuteStream'],
  ['OpenSSH is asked for its settings', 'SSH', join(parts, connecting), 'ssh-userauth'], // which is loaded meanwhile
])('%s without %s', (_when, _what, path, sign) => {
  const texts = [...loadedWith(path).values()]
  expect(readdirSync(parts).some((name) => readFileSync(join(parts, name), 'utf8').includes(sign))).toBe(true)
  expect(texts.filter((text) => text.includes(sign))).toEqual([])
})

it('a start reads few files', () => {
  const { size } = loadedWith(program)
  expect(size).toBeGreaterThan(5)
  expect(size).toBeLessThan(30)
})
