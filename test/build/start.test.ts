import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const program = join(import.meta.dirname, '../../dist/program.js')

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
  ['tables, with the widths of characters', 'RGI_Emoji'],
  ['SSH', 'ssh-userauth'],
  ['prompts', 'MuteStream'],
])('every command starts without %s', (_what, sign) => {
  const texts = [...loadedWith(program).values()]
  expect(texts.length).toBeGreaterThan(20)
  const parts = join(dirname(program), 'parts')
  expect(readdirSync(parts).some((name) => readFileSync(join(parts, name), 'utf8').includes(sign))).toBe(true)
  expect(texts.filter((text) => text.includes(sign))).toEqual([])
})
