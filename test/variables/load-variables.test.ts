import { isReadable, parseVariables } from '../../generator/variables/load-variables.ts'
import { refused, taken } from '../support/yaml-kinds.ts'

it.each(refused)('%j is refused, with its place', (text) => {
  const source = parseVariables('vars.yml', text)
  expect(isReadable(source)).toBe(false)
  expect(source.diagnostics[0]).toMatchObject({
    severity: 'error',
    place: { file: 'vars.yml', line: expect.any(Number) },
  })
})

it.each(taken)('%j is taken', (text) => {
  const errors = parseVariables('vars.yml', text).diagnostics.filter(({ severity }) => severity === 'error')
  expect(errors).toEqual([])
})

it.each([
  ['a: 1\nb: {{ x }}\n', 2, 4],
  ['a: 1\n\t# c\n', 2, 1],
  ['a: 1\nb: [*y]\n', 2, 5],
  ['a: 1\nb: 2024-13-01\n', 2, 4],
])('%j is refused at line %i, column %i', (text, line, column) =>
  expect(parseVariables('vars.yml', text).diagnostics[0]?.place).toMatchObject({ line, column }),
)
