import { csvOf } from '../../generator/commands/csv-line.ts'
import { Table } from '../../generator/commands/table.ts'
import { paintLines } from '../../generator/commands/print-plan.ts'
import { printable, printableLines } from '../../generator/ui/printable.ts'

/** What others call themselves or answer, and how a person or a pipeline may see it. */
const table: [string, string, string][] = [
  ['a colour', 'a\u001b[31mb', 'a\\u{1b}[31mb'],
  ['a window title', '\u001b]0;owned\u0007', '\\u{1b}]0;owned\\u{7}'],
  ['a carriage return', 'good\rbad', 'good\\u{d}bad'],
  ['a new line', 'good\nbad', 'good\\u{a}bad'],
  ['a control character of eight bits', '\u009b31m', '\\u{9b}31m'],
  ['another direction', 'user\u202etxt.exe', 'user\\u{202e}txt.exe'],
  ['an isolate', '\u2066x\u2069', '\\u{2066}x\\u{2069}'],
  ['a mark of direction', '\u200fx', '\\u{200f}x'],
  ['line separators', 'a\u2028b\u2029c\u0085d', 'a\\u{2028}b\\u{2029}c\\u{85}d'],
  ['a NUL', '\0', '\\u{0}'],
  ['half a character', 'a\ud800b', 'a\\u{d800}b'],
  ['a workflow command', '::error::fooled', '\\u{3a}:error::fooled'],
  ['one behind spaces', ' \t::add-mask::a', ' \\u{9}::add-mask::a'],
  ['one behind a space', ' ::set-output name=x::y', ' \\u{3a}:set-output name=x::y'],
  ['a command of the runner', 'x ##[add-mask]e', 'x \\u{23}#[add-mask]e'],
  ["a command of Azure's", 'x ##vso[task.complete]', 'x \\u{23}#vso[task.complete]'],
  ['the end of a fence', '```', '\\u{60}``'],
  ['the end of another fence', '  ~~~~', '  \\u{7e}~~~'],
  ['a family, and Persian', '👩\u200d👧 می\u200cخواهم', '👩\u200d👧 می\u200cخواهم'],
  ['plain words', 'Zoë: "O\'Hara" ##1 a::b `x`', 'Zoë: "O\'Hara" ##1 a::b `x`'],
]

describe('text from elsewhere', () => {
  it.each(table)('%s', (_what, text, shown) => {
    expect(printable(text)).toBe(shown)
  })

  it('keeps the lines of a message, and looks at each', () => {
    expect(printableLines('It said:\n::error::x\n```\n\u001b')).toBe('It said:\n\\u{3a}:error::x\n\\u{60}``\n\\u{1b}')
  })

  it.each(table)('in a table, a plan and CSV: %s', (_what, text) => {
    const printed = [
      new Table().text([[text, 'x']]),
      paintLines([`~ @john:example.org  display name: ${text} -> ${text}`]),
      paintLines([text]),
      csvOf(['a'], [{ a: text }]),
    ]
    for (const output of printed) {
      expect(output.split('\n')).toHaveLength(2)
      expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/)
      expect(output).not.toMatch(/^\s*(::|```|~~~)|##(\[|vso\[)/m)
    }
  })
})

/** A cell, and what a spreadsheet is given. */
const cells: [string, string][] = [
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =1', "' =1"],
  ['\t=1', '\\u{9}=1'],
  ['\r=1', '\\u{d}=1'],
  ['＝1', "'＝1"],
  ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  ['@john:example.com', '@john:example.com'],
  ["@a|'b':example.com", "'@a|'b':example.com"],
  ['a;=1', '"a;=1"'],
  ['John, "J"', '"John, ""J"""'],
]

it.each(cells)('the cell %j is text to a spreadsheet', (cell, written) => {
  expect(csvOf(['a'], [{ a: cell }])).toBe(`${written}\n`)
})
