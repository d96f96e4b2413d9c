import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { awkwardPhrases, findAwkward } from './phrases.ts'

it.each([
  ['Doctor tells what is wrong.', 'report, show, list, print or say'],
  ['The password stands in a file.', 'is'],
  ['registrar.yml is there already.', 'already exists'],
  ['The rest cannot be had.', 'is (not) possible'],
  ['Mend what is told above.', 'fix'],
])('finds the habit in "%s"', (text, instead) => {
  expect(findAwkward('docs/a.md', `A line.\n${text}`)[0]).toMatch(/^docs\/a\.md:2: "/)
  expect(findAwkward('docs/a.md', text)[0]).toContain(`write "${instead}"`)
})

it.each(['Tell the person their password.', 'A stand-in answers.', 'What can you tell us?'])(
  'leaves "%s" alone',
  (text) => {
    expect(findAwkward('docs/a.md', text)).toEqual([])
  },
)

it('finds none in what is written', async () => {
  expect(await awkwardPhrases()).toBe('')
})

it('has a dictionary that is in order, without a word twice', () => {
  const words = readFileSync(join(import.meta.dirname, 'words.txt'), 'utf8')
    .trimEnd()
    .split('\n')
  expect(words).toEqual([...new Set(words)].sort())
  expect(words.length).toBeLessThan(150)
})
