import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { bundled } from '../support/bundled.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const tagRelease = bundled("import './build/tag-release.ts'")
const changelog = '# Changelog\n\n## Unreleased\n\n- News.\n\n## 0.1.0 (2026-01-01)\n\n- Old.\n'

const identity = {
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
}

/** A repository with quick scripts of the names that the release runs. */
async function repository(files: Record<string, string> = {}, branch = 'main') {
  const scripts = { role: 'node -p "1" > role.txt', golden: 'node -p "2" > golden.txt' }
  const packageJson = { name: 'some-package', version: '0.1.0', scripts }
  const lock = {
    ...packageJson,
    scripts: undefined,
    lockfileVersion: 3,
    packages: { '': { name: 'some-package', version: '0.1.0' } },
  }
  const cwd = makeDirectory({
    'package.json': JSON.stringify(packageJson),
    'package-lock.json': JSON.stringify(lock),
    'role.txt': '',
    'golden.txt': '',
    'CHANGELOG.md': changelog,
    'docs/installing.md': 'some-package-0.1.0.tgz, v0.1.0, 10.1.0, -0.1.00\n',
    ...files,
  })
  const git = (...words: string[]) => execa('git', words, { cwd, env: identity })
  await git('init', '--quiet', '--initial-branch', branch)
  await git('add', '.')
  await git('commit', '--quiet', '--message', 'first')
  const release = (version: string) =>
    execa('node', [tagRelease, version], { cwd, env: { ...identity, NODE_OPTIONS: '' }, reject: false })
  return { cwd, git, release }
}

it('commits and tags the version, with all that carries it', async () => {
  const { cwd, git, release } = await repository()
  const { exitCode, stdout, stderr } = await release('1.0.0')
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 })
  expect(stdout).toContain('git push --follow-tags')
  const read = (file: string) => readFileSync(join(cwd, file), 'utf8')
  expect(
    [read('package.json'), read('package-lock.json')].map((text) => (JSON.parse(text) as { version: string }).version),
  ).toEqual(['1.0.0', '1.0.0'])
  expect(read('CHANGELOG.md')).toMatch(/## Unreleased\n\n## 1\.0\.0 \(\d{4}-\d\d-\d\d\)\n\n- News\.\n\n## 0\.1\.0/)
  expect(read('docs/installing.md')).toBe('some-package-1.0.0.tgz, v1.0.0, 10.1.0, -0.1.00\n')
  expect([read('role.txt'), read('golden.txt')]).toEqual(['1\n', '2\n'])
  expect((await git('status', '--porcelain')).stdout).toBe('')
  expect((await git('describe')).stdout).toBe('v1.0.0')
})

it.each([
  ['a version that is not newer', '0.1.0', {}, 'main', '0.1.0 is not newer than 0.1.0'],
  ['what is no version', 'v1', {}, 'main', '"v1" is not a version'],
  ['another branch', '1.0.0', {}, 'work', 'not the branch main'],
  [
    'no news',
    '1.0.0',
    { 'CHANGELOG.md': changelog.replace('- News.\n', '') },
    'main',
    'Nothing is listed under "Unreleased"',
  ],
])('refuses %s', async (_what, version, files, branch, why) => {
  const { git, release } = await repository(files, branch)
  const { exitCode, stderr } = await release(version)
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining(why) })
  expect((await git('log', '--format=%s')).stdout).toBe('first')
  expect((await git('status', '--porcelain')).stdout).toBe('')
})
