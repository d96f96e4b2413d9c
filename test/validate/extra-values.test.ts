import { parseSource } from '../../generator/load/parse-source.ts'
import { planHost } from '../../generator/plan/plan-host.ts'
import { playbookVariables } from '../../generator/render/host-variables.ts'
import { toYaml } from '../../generator/render/yaml.ts'
import { validateSource } from '../../generator/validate/validate-source.ts'

const base = 'version: 1\ndomain: example.com\nhost: matrix.example.com\nhomeserver: synapse\n'

function rendered(value: string): string {
  const { config, diagnostics } = validateSource(
    parseSource('registrar.yml', `${base}extra_vars:\n  my_own: ${value}\n`),
  )
  if (!config)
    return diagnostics.map(({ code, place, message }) => `${place.line}:${place.column} ${code} ${message}`)[0] ?? ''
  const options = { source: 'registrar.yml', outputDirectory: '/', hostFileDirectory: '/' }
  return toYaml(playbookVariables(planHost(config, options), '..') ?? {}).split('my_own: ')[1] ?? ''
}

it.each([
  ['1234567890123456789', '1234567890123456789'],
  ['-98765432109876543210', '-98765432109876543210'],
  ['1.0', '1.0'],
  ['0.10', '0.10'],
  ['0.1234567890123456789', '0.1234567890123456789'],
  ['0.0000001', '0.0000001'],
  ['42', '42'],
  ['-7', '-7'],
  ['0x1f', '31'],
  ['true', 'true'],
  ['null', 'null'],
  ['"0777"', '"0777"'],
  ["'yes'", '"yes"'],
  ['2024', '2024'],
  ['plain text', 'plain text'],
])('%s reaches Ansible as it is', (written, reported) => expect(rendered(written)).toBe(reported))

it.each([
  '0777',
  '1e21',
  '1E5',
  '.5',
  '1.',
  '.inf',
  '-.INF',
  '.nan',
  '1_000',
  '0o17',
  '0b11',
  '1:30',
  '190:20:30.15',
  '2024-01-02',
  '2024-01-02 03:04:05Z',
  '+1',
  'yes',
  'Off',
  '=',
])('%s is refused, with its place', (written) =>
  expect(rendered(written)).toBe(
    `6:11 invalid-value ${written} without quotes is read differently by different YAML readers.`,
  ),
)

it('looks into lists and mappings, and at their keys', () => {
  expect(rendered('[1, [0777]]')).toContain('6:16 invalid-value 0777')
  expect(rendered('{ a: { b: 1_0 } }')).toContain('6:21 invalid-value 1_0')
  expect(rendered('{ 1: a }')).toContain('6:13 invalid-value 1 without quotes')
})

it.each([
  ['a lone surrogate', '"\\ud800"', 'This text contains a character that YAML does not allow.'],
  ['a noncharacter', '"\\uFFFE"', 'This text contains a character that YAML does not allow.'],
  ['such a key', '{ "\\uDFFF": 1 }', 'This text contains a character that YAML does not allow.'],
  ['a key that is too long', `{ ? ${'x'.repeat(1025)} : 1 }`, 'This key is longer than 1024 characters.'],
  ['a key that is too long in quotes', `{ ? "${'\\t'.repeat(600)}" : 1 }`, 'This key is longer than 1024 characters.'],
])('%s is refused', (_what, written, message) => expect(rendered(written)).toContain(message))

it.each(['*.example.com', '[*.example.com, a]', '{ a: *b }'])('%s refers to nothing, which is reported', (written) => {
  expect(rendered(written)).toMatch(
    /^6:\d+ alias This begins with \*, so it is an alias, but there is no anchor of that name\.$/,
  )
})
