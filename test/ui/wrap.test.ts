import { wrap } from '../../generator/ui/wrap.ts'

const terminal = { isTTY: true, columns: 20 }

it.each([
  ['a sentence', 'error: the account is gone', 'error: the account\n  is gone'],
  ['an option', 'to confirm it, add --yes', 'to confirm it, add\n  --yes'],
  ['indented text', '  a hint, and what it says', '  a hint, and what\n  it says'],
  ['coloured text', '\u001b[31merror\u001b[39m: it fits, all', '\u001b[31merror\u001b[39m: it fits, all'],
  ['a word that is too long', 'https://example.org/a/long', 'https://example.org/a/long'],
  ['several lines', 'one\ntwo\n', 'one\ntwo\n'],
])('breaks no word of %s', (_what, text, wrapped) => {
  expect(wrap(text, terminal)).toBe(wrapped)
})

it('leaves text alone that no terminal shows', () => {
  expect(wrap('a '.repeat(200), { columns: 20 })).toBe('a '.repeat(200))
})
