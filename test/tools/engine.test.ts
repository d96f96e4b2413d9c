import { join } from 'node:path'
import { execa } from 'execa'
import { installPythonChecks } from '../lab/install.ts'
import { root } from '../runner/tiers.ts'

const { all: reported } = await execa(
  join(await installPythonChecks(), 'pytest'),
  ['-q', '-rA', '--tb=short', '-p', 'no:cacheprovider', 'test/engine'],
  { cwd: root, reject: false, all: true, env: { PYTHONDONTWRITEBYTECODE: '1', COLUMNS: '1000' } },
)
const ends = [...reported.matchAll(/^(PASSED|FAILED|ERROR) test\/engine\/(.+?)(?: - .*)?$/gm)]

/** pytest runs once, over all of its tests; each counts as one here. */
describe('the engine', () => {
  it('has tests, all of which ran', () =>
    expect([ends.length > 50, reported.slice(-2000)]).toEqual([true, expect.any(String)]))

  it.each(ends.map(([, end, name]) => ({ name, end })))('$name', ({ end }) => {
    if (end !== 'PASSED') throw new Error(reported)
  })
})
