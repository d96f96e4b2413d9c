import { parseSource } from '../../generator/load/parse-source.ts'
import { validateSource } from '../../generator/validate/validate-source.ts'

/** What a host file of example.com with these lines more is told. */
function told(lines: string): string[] {
  const source = parseSource('registrar.yml', `version: 1\ndomain: example.com\nhost: matrix.example.com\n${lines}`)
  return validateSource(source).diagnostics.map(({ place, message }) => `${place.line}:${place.column} ${message}`)
}

const synapse = 'homeserver: synapse'
const native = `${synapse}\ndeployment: { kind: native }`

const refusals: [string, string][] = [
  ['homeserver: dendrite\nauthority: mas', '5:12 Matrix Authentication Service works with Synapse only.'],
  [`${native}\ndiscovery: { served_by: playbook }`, '6:25 A native homeserver has no playbook that could serve it.'],
  [`${synapse}\ndiscovery: { served_by: playbook, support: { contacts: [{ role: admin }] } }`, '5:57 This contact has neither a matrix_id nor an email_address.'],
]

it.each(refusals)('%j is refused', (lines, message) => {
  expect(told(lines)).toEqual([message])
})

it.each(['homeserver: synapse\nauthority: mas', 'homeserver: dendrite\nauthority: homeserver'])('%j is fine', (lines) => {
  expect(told(lines)).toEqual([])
})
