import { csvLine } from '../../generator/commands/csv-line.ts'

it.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(1)', "'@SUM(1)"],
  [' \uff1d1', "' \uff1d1"],
  ['@john:example.org', '@john:example.org'],
  ['a,b', '"a,b"'],
  ['a;b', '"a;b"'],
  ['a"b', '"a""b"'],
  ['plain', 'plain'],
])('%j is written as %j, so that a spreadsheet shows it and does nothing', (text, cell) => {
  expect(csvLine([text, 'x'])).toBe(`${cell},x\n`)
})
