import fc from 'fast-check'

/** What has a meaning somewhere between YAML, Jinja, JSON, CSV, an inventory, just and a shell, or none at all. */
const hostile = [
  ...[
    '*x',
    '&x ',
    '<<: *x',
    '!vault |',
    '!!binary x',
    '!!int x',
    '!x ',
    '? ',
    '- ',
    ': ',
    '{',
    '}',
    '[',
    ']',
    '|',
    '>-',
  ],
  ...[
    '"',
    "'",
    '`id`',
    '$(id)',
    '{{ x }}',
    '{% x %}',
    '{#',
    '\\',
    ',',
    ';',
    '=',
    '#',
    '--- ',
    '...',
    '%TAG ! x\n',
    '\t',
  ],
  ...[
    '\n',
    '\r\n',
    '\r',
    '\0',
    '\u{1b}[2J',
    '\u{85}',
    '\u{2028}',
    '\u{feff}',
    '\u{fffe}',
    '\u{d800}',
    '\u{1f600}',
    'é',
  ],
  ...['null', '~', 'yes', 'no', '0x1f', '1e999', '.inf', '-0', '010', '12:30:45', '2026-02-30', '99999999999999999999'],
  ...[
    '__proto__: { x: 1 }',
    'constructor',
    'toString: 1',
    '{ env: X }',
    '{ file: /dev/zero }',
    '/proc/self/mem',
    '../..',
  ],
  ...[
    '[x[1:2]]',
    '[x:children]',
    '[x:vars]',
    'a[1:99999]',
    'x ansible_host="',
    '$ANSIBLE_VAULT;1.1;AES256',
    'x'.repeat(5000),
  ],
]

const place = fc.double({ min: 0, max: 1, noNaN: true })

/** One change of a text; places and lengths are shares of it. */
const change = fc.oneof(
  fc.record({ at: place, put: fc.constantFrom(...hostile) }).map(({ at, put }) => (text: string) => {
    const index = Math.floor(at * text.length)
    return text.slice(0, index) + put + text.slice(index)
  }),
  fc.record({ at: place, put: fc.constantFrom(...hostile) }).map(
    ({ at, put }) =>
      (text: string) =>
        onLine(text, at, (line) => [line.replace(/(: |=|,).*$/, (_, sign: string) => `${sign}${put}`)]),
  ),
  place.map((at) => (text: string) => onLine(text, at, (line) => [line, line])),
  place.map((at) => (text: string) => onLine(text, at, () => [])),
  place.map((at) => (text: string) => onLine(text, at, (line) => [`  ${line}`])),
  place.map((at) => (text: string) => onLine(text, at, (line) => [line.trimStart()])),
  place.map((at) => (text: string) => text.slice(0, Math.floor(at * text.length))),
  fc.tuple(place, place).map(([at, to]) => (text: string) => {
    const [start, end] = [Math.floor(at * text.length), Math.floor(to * text.length)]
    return text.slice(0, start) + text.slice(Math.max(start, end))
  }),
)

function onLine(text: string, at: number, change: (line: string) => string[]): string {
  const lines = text.split('\n')
  const index = Math.min(lines.length - 1, Math.floor(at * lines.length))
  return lines.toSpliced(index, 1, ...change(lines[index] ?? '')).join('\n')
}

/** Some of the texts, each changed in one to six places; rarely with bytes that are no text. */
export function mutated(corpus: string[]): fc.Arbitrary<Buffer> {
  const noise = fc.oneof(
    { weight: 20, arbitrary: fc.constant(Buffer.alloc(0)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(Buffer.from([0xff, 0xfe]), Buffer.from([0xc3, 0x28]), Buffer.from([0xed, 0xa0, 0x80])),
    },
  )
  return fc
    .tuple(fc.constantFrom(...corpus), fc.array(change, { minLength: 1, maxLength: 6 }), noise)
    .map(([text, changes, bytes]) =>
      Buffer.concat([
        bytes,
        Buffer.from(
          changes.reduce((all, each) => each(all), text),
          'utf8',
        ),
      ]),
    )
}
