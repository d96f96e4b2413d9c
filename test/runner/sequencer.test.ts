import { longest } from './sequencer.mjs'
import { testFiles, tierOf } from './tiers.ts'

it.each(longest)('%s, which begins first, is a pure test', (name) => {
  const file = `test/${name}.test.ts`
  expect(testFiles()).toContain(file)
  expect(tierOf(file)).toBe('pure')
})
