import { Table } from '../../generator/commands/table.ts'

it.each([
  ['a Chinese name', '\u738b\u5c0f\u660e', 6],
  ['a Korean name', '\uae40\ucca0\uc218', 6],
  ['an emoji', '\u{1f98a}', 2],
  ['an emoji of several people', '\u{1f469}\u200d\u{1f467}', 2],
  ['an accent of its own', 'Jose\u0301', 4],
])('%s takes as many columns as on a terminal', (_what, name, width) => {
  const [first = '', second = ''] = new Table()
    .text([
      [name, 'admin'],
      ['12345678', 'admin'],
    ])
    .split('\n')
  expect(first).toBe(`${name}${' '.repeat(8 - width)}  admin`)
  expect(second).toBe('12345678  admin')
})

it('goes on in a second line where the terminal is narrow, in columns all the same', () => {
  const rows = [
    ['USER', 'NAME', 'STATE', 'CREATED'],
    ['@anna:example.org', 'Anna', 'active', '2026-01-01'],
    ['@ben:example.org', '', 'locked', ''],
  ]
  expect(new Table(30).text(rows)).toBe(
    'USER               NAME\n' +
      '    STATE   CREATED\n' +
      '@anna:example.org  Anna\n' +
      '    active  2026-01-01\n' +
      '@ben:example.org\n' +
      '    locked\n',
  )
  expect(new Table(10).text([['@anna:example.org', 'Anna']])).toBe('@anna:example.org\n    Anna\n')
})
