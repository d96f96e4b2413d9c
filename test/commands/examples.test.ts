import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { registrar } from '../support/cli-in-process.ts'
import { readTree, removeDirectories } from '../support/directory.ts'
import { copyExample, examples, goldenOf, hasGolden } from '../support/examples.ts'

afterAll(removeDirectories)

describe.each(examples)('the example %s', (name) => {
  it('has a line that says what it is', () => {
    expect(
      readFileSync(join(import.meta.dirname, '../../inventory-examples', name, 'README.md'), 'utf8').trim(),
    ).toMatch(/^[A-Z].*\.$/)
  })

  it('is valid', async () => {
    const { exitCode, stdout } = await registrar(['validate'], { cwd: copyExample(name) })
    expect(stdout).toBe('')
    expect(exitCode).toBe(0)
  })

  it('renders to its golden tree, and a second run has nothing to do', async () => {
    const cwd = copyExample(name)
    const inputs = Object.keys(readTree(cwd))
    expect((await registrar(['generate'], { cwd })).exitCode).toBe(0)
    const tree = Object.entries(readTree(cwd)).filter(
      ([path]) => !inputs.includes(path) && !/^(roles|\.registrar)\//.test(path),
    )
    if (!hasGolden(name) && !process.env['CI']) writeTree(goldenOf(name), tree)
    expect(Object.fromEntries(tree)).toEqual(readTree(goldenOf(name)))
    const again = await registrar(['generate'], { cwd })
    expect(again).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Up to date') })
    expect((await registrar(['generate', '--check'], { cwd })).exitCode).toBe(0)
  })
})

function writeTree(root: string, tree: [string, string][]): void {
  for (const [path, content] of tree) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
}
