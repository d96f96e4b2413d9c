// jest's order of test files, with the slowest tiers first: a long file that begins last has one core to itself. Plain
// JavaScript: jest loads it as it is.
import TestSequencer from '@jest/test-sequencer'

const order = ['host', 'live', 'tools', 'pure']

const rank = ({ context }) => order.indexOf(context.config.displayName.name)

export default class SlowestTiersFirst extends TestSequencer {
  async sort(tests) {
    return [...(await super.sort(tests))].sort((a, b) => rank(a) - rank(b))
  }
}
