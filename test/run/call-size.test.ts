import { nextCallSize } from '../../generator/run/apply.ts'

it.each([
  ['a quick server gets twice as many', 16, 100, 32],
  ['and no more than 200', 200, 100, 200],
  ['a slow one fewer', 100, 6000, 50],
  ['and no fewer than are done at a time', 16, 60_000, 8],
])('%s', (_what, size, took, next) => {
  expect(nextCallSize(size, took)).toBe(next)
})
