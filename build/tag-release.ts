import { readFileSync, writeFileSync } from 'node:fs'
import { argv, exit } from 'node:process'
import { execa } from 'execa'

/** `npm run tag-release -- 1.0.0`: a commit and a tag for a version, in the repository that is the working directory. */
const heading = '## Unreleased\n'

const git = async (...words: string[]) => (await execa('git', words)).stdout

async function tagRelease(version: string): Promise<void> {
  const changelog = readFileSync('CHANGELOG.md', 'utf8')
  const { version: before } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  await refuseUnlessReady(version, { before, changelog })
  const run = execa({ stdio: 'inherit' })
  await run('npm', ['version', version, '--no-git-tag-version'])
  const day = new Date().toISOString().slice(0, 10)
  writeFileSync('CHANGELOG.md', changelog.replace(heading, `${heading}\n## ${version} (${day})\n`))
  await renamePackages(before, version)
  for (const script of ['role', 'golden']) await run('npm', ['run', '--silent', script]) // what is rendered carries the version
  await run('git', ['commit', '--all', '--quiet', '--message', `chore: release ${version}`])
  await run('git', ['tag', '--annotate', `v${version}`, '--message', version])
  process.stdout.write(
    `v${version} is committed and tagged here. Next: npm test, then git push --follow-tags; the workflow "publish" does the rest.\n`,
  )
}

/** In what names a package or a tag by its version, such as matrix-registrar-1.0.0.tgz and v1.0.0. */
async function renamePackages(before: string, version: string): Promise<void> {
  const name = new RegExp(`(?<=[-v])${before.replaceAll('.', String.raw`\.`)}(?!\\d)`, 'g')
  for (const path of (await git('ls-files', '--', 'docs', 'inventory-examples')).split('\n').filter(Boolean)) {
    const text = readFileSync(path, 'utf8')
    const renamed = text.replaceAll(name, version)
    if (renamed !== text) writeFileSync(path, renamed)
  }
}

interface Now {
  before: string
  changelog: string
}

async function refuseUnlessReady(version: string, { before, changelog }: Now): Promise<void> {
  if (!/^\d+\.\d+\.\d+$/.test(version)) refuse(`"${version}" is not a version such as 1.0.0.`)
  if (!isNewer(version, before)) refuse(`${version} is not newer than ${before}, the version in package.json.`)
  if ((await git('branch', '--show-current')) !== 'main') refuse('This is not the branch main.')
  if ((await git('status', '--porcelain')) !== '') refuse('There are changes that are not committed.')
  if ((await git('tag', '--list', `v${version}`)) !== '') refuse(`The tag v${version} already exists.`)
  if (!changelog.includes(heading)) refuse('CHANGELOG.md has no heading "Unreleased".')
  const [news = ''] = (changelog.split(heading)[1] ?? '').split(/^## /m)
  if (news.trim() === '') refuse('Nothing is listed under "Unreleased" in CHANGELOG.md.')
}

function isNewer(version: string, before: string): boolean {
  const [one, other] = [version, before].map((each) => each.split('.').map(Number))
  const at = [0, 1, 2].find((index) => one?.[index] !== other?.[index])
  return at !== undefined && (one?.[at] ?? 0) > (other?.[at] ?? 0)
}

function refuse(why: string): never {
  process.stderr.write(`${why} Nothing was changed.\n`)
  exit(2)
}

const [version] = argv.slice(2)
if (version === undefined) {
  process.stderr.write('usage: npm run tag-release -- VERSION\n')
  exit(2)
}
await tagRelease(version)
