import { fitText } from '../../generator/ui/fit-text.ts'

it.each([
  ['a sentence', 'Safe to run again after an interruption.', 'Safe to run again after an\ninterruption.'],
  [
    'a command, before an option',
    '  registrar plan --host a --out plan.json',
    '  registrar plan --host a \\\n      --out plan.json',
  ],
  [
    'a command with what it is for',
    '  registrar doctor --json      what works',
    '  registrar doctor --json\n      what works',
  ],
  ['an item', '  1    a bug in registrar itself', '  1    a bug in registrar\n       itself'],
  ['a word that is too long', 'https://example.org/a/long/path', 'https://example.org/a/long/path'],
  ['what fits', '  registrar doctor', '  registrar doctor'],
])('breaks no word of %s', (_what, text, fitted) => {
  expect(fitText(text, 28)).toBe(fitted)
})

it('leaves text alone that no terminal shows', () => {
  expect(fitText('a '.repeat(200))).toBe('a '.repeat(200))
})
