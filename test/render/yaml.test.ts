import { parse } from 'yaml'
import { Jinja, quoteYaml, toYaml } from '../../generator/render/yaml.ts'

describe('toYaml', () => {
  const words: [string, string][] = [
    ['example.com', 'example.com'],
    ['a word or two', 'a word or two'],
    ['no', '"no"'],
    ['Yes', '"Yes"'],
    ['1:30', '"1:30"'],
    ['0123', '"0123"'],
    ['1_000', '"1_000"'],
    ['<<', '"<<"'],
    ['', '""'],
    [' lead', '" lead"'],
    ['a: b', '"a: b"'],
    ['a #b', '"a #b"'],
    ["it's", '"it\'s"'],
    ['line\u2028sep', '"line\\u2028sep"'],
    ['\ufeffbom', '"\\ufeffbom"'],
    ['\u0085', '"\\u0085"'],
    ['~', '"~"'],
    ['a\nb', '"a\\nb"'],
  ]

  it.each(words)('writes %j so that every YAML reader reads it back', (text, expected) => {
    expect(quoteYaml(text)).toBe(expected)
  })

  it('marks data that holds braces so that Ansible does not evaluate it', () => {
    expect(toYaml({ a: '{{ 7*7 }}' })).toBe('a: !unsafe "{{ 7*7 }}"')
    expect(toYaml({ a: '{% raw %}' })).toBe('a: !unsafe "{% raw %}"')
    expect(toYaml({ a: '{# gone #}' })).toBe('a: !unsafe "{# gone #}"')
  })

  it('leaves an expression of ours to Ansible', () => {
    expect(toYaml({ a: new Jinja('b | bool') })).toBe('a: "{{ b | bool }}"')
  })

  it('writes nested blocks', () => {
    expect(toYaml({ a: { b: [1, { c: true, d: null }], e: [], f: {} } })).toBe(
      'a:\n  b:\n    - 1\n    - c: true\n      d: null\n  e: []\n  f: {}',
    )
  })

  it('folds a long text, which stays the same text', () => {
    const text = 'word '.repeat(40).trim()
    const yaml = toYaml({ deep: { long: text } })
    expect(Math.max(...yaml.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
    expect(parse(yaml)).toEqual({ deep: { long: text } })
  })
})

it('spells out what turns the direction of writing', () => {
  expect(quoteYaml('a\u202eb\u2066c')).toBe('"a\\u202eb\\u2066c"')
})
