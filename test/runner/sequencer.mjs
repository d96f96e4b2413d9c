// jest's order of test files, with the slowest first, of the tiers and of the pure tests: a long file that begins last has one
// core to itself. Plain JavaScript: jest loads it as it is.
import TestSequencer from '@jest/test-sequencer'

const order = ['host', 'live', 'tools', 'pure']

/** Pure tests that take long or wait, the longest first; a fresh clone remembers no times. */
export const longest = [
  'commands/taken-layouts',
  'commands/canaries',
  'write/write-files',
  'operations/servers-as-they-are',
  'commands/help',
  'render/policy',
  'lint/long-texts',
  'commands/mas-client',
  'commands/importing',
  'commands/init',
  'operations/synapse-program',
  'render/generated',
]

const rank = ({ context, path }) => {
  const place = longest.findIndex((name) => path.endsWith(`/test/${name}.test.ts`))
  return order.indexOf(context.config.displayName.name) + (place === -1 ? 1 : place / longest.length)
}

export default class SlowestFirst extends TestSequencer {
  async sort(tests) {
    return [...(await super.sort(tests))].sort((a, b) => rank(a) - rank(b))
  }
}
