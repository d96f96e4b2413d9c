import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { execPath } from 'node:process'
import { execa } from 'execa'
import { type Selection, withFiles } from './selection.ts'
import { root, testFiles, type Tier, tierOf } from './tiers.ts'

/** What reads a file without importing it: the test files whose path begins with one of these. */
const readers: readonly [RegExp, string[]][] = [
  [/^generator\//, ['test/commands/']], // they run the built program
  [/^generator\/(importing|variables|dialects)\//, ['test/variables/']],
  [/^templates\//, ['test/render/', 'test/operations/', 'test/commands/examples']],
  [/^roles\//, ['test/render/']],
  [/^schemas\//, ['test/validate/', 'test/render/generated', 'test/commands/examples', 'test/commands/init']],
  [/^(inventory-examples|test\/golden)\//, ['test/commands/examples', 'test/commands/generate']],
  [/^test\/fixtures\/invalid\//, ['test/validate/invalid']],
  [/^(build\/|package(-lock)?\.json)/, ['test/build/', 'test/commands/help']],
]

/** The tests of what differs from main: all that are pure, and of the others those that were changed themselves, or whose tier is named. */
export async function selectChanged(
  named: Tier[],
  words: string[],
): Promise<{ selection: Selection; others: string[] }> {
  const changed = await changedFiles()
  const all = [...(await importing(changed)), ...reading(changed, testFiles())]
  const isChosen = (file: string) => ['pure', ...named].includes(tierOf(file)) || changed.includes(file)
  return {
    selection: withFiles(all.filter(isChosen), words),
    others: withFiles(all.filter((file) => !isChosen(file))).files ?? [],
  }
}

/** The test files that read one of the changed files by its path. */
export function reading(changed: readonly string[], tests: readonly string[]): string[] {
  const starts = readers.flatMap(([pattern, paths]) => (changed.some((path) => pattern.test(path)) ? paths : []))
  return tests.filter((file) => starts.some((start) => file.startsWith(start)))
}

/** By commits that main has not, in the work tree, or new. */
async function changedFiles(): Promise<string[]> {
  const git = async (...words: string[]) => (await execa('git', words, { cwd: root, reject: false })).stdout
  const base = (await git('merge-base', 'HEAD', 'origin/main')) || (await git('merge-base', 'HEAD', 'main')) || 'HEAD'
  const listed = [await git('diff', '--name-only', base), await git('ls-files', '--others', '--exclude-standard')]
  return [...new Set(listed.join('\n').split('\n').filter(Boolean))]
}

async function importing(changed: readonly string[]): Promise<string[]> {
  const sources = changed.filter((path) => path.endsWith('.ts') && existsSync(join(root, path)))
  if (sources.length === 0) return []
  const jest = ['--no-warnings', 'node_modules/jest/bin/jest.js']
  const { stdout } = await execa(execPath, [...jest, '--listTests', '--findRelatedTests', ...sources], { cwd: root })
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((path) => relative(root, path))
}
