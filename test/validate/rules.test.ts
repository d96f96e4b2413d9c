import { parseSource } from '../../generator/load/parse-source.ts'
import { validateSource } from '../../generator/validate/validate-source.ts'

/** What a host file of example.com with these lines more is told. */
function told(lines: string): string[] {
  const source = parseSource('registrar.yml', `version: 1\ndomain: example.com\nhost: matrix.example.com\n${lines}`)
  return validateSource(source).diagnostics.map(({ place, message }) => `${place.line}:${place.column} ${message}`)
}

const refusals: [string, string][] = [['homeserver: dendrite\nauthority: mas', '5:12 Matrix Authentication Service works with Synapse only.']]

it.each(refusals)('%j is refused', (lines, message) => {
  expect(told(lines)).toEqual([message])
})

it.each(['homeserver: synapse\nauthority: mas', 'homeserver: dendrite\nauthority: homeserver'])('%j is fine', (lines) => {
  expect(told(lines)).toEqual([])
})
