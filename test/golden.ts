import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { argv, exit } from 'node:process'
import { execa } from 'execa'
import { registrar } from './support/cli.ts'
import { readTree, removeDirectories } from './support/directory.ts'
import { copyExample, examples, goldenOf } from './support/examples.ts'
import { root } from './runner/tiers.ts'

/** `npm run golden [NAME...]`: makes the golden trees of these examples again, or of all, and shows what that changes. */
const names = argv.slice(2)
const unknown = names.filter((name) => !examples.includes(name))
if (unknown.length) {
  console.error(`No example is named ${unknown.join(', ')}. There are:\n  ${examples.join('\n  ')}`)
  exit(2)
}
for (const name of names.length ? names : examples) await render(name)
removeDirectories()
await execa('git', ['--no-pager', 'diff', '--stat', '--', 'test/golden'], { cwd: root, stdio: 'inherit' })
console.log('Read the whole of it before you commit it: git diff test/golden')

async function render(name: string): Promise<void> {
  const cwd = copyExample(name)
  const inputs = Object.keys(readTree(cwd))
  const { exitCode, stderr } = await registrar(['generate'], { cwd })
  if (exitCode !== 0) throw new Error(`${name} does not render:\n${stderr}`)
  for (const path of [...inputs, 'roles', '.registrar']) rmSync(join(cwd, path), { recursive: true, force: true })
  rmSync(goldenOf(name), { recursive: true, force: true })
  cpSync(cwd, goldenOf(name), { recursive: true })
}
