import { combine } from '../../generator/dialects/policy-value.ts'

it('what several parts write into one text of YAML is all in it', () => {
  const parts = [
    { a: { yaml: { policy: { data: { one: 1 } }, list: [1] } } },
    { a: { yaml: { policy: { data: { two: 2 } }, list: [2] } }, b: true },
  ]
  expect(combine(parts)).toEqual({ a: { yaml: { policy: { data: { one: 1, two: 2 } }, list: [2] } }, b: true })
})
