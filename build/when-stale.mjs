// Builds the program when something that goes into it is newer. Plain JavaScript: it comes before all that is installed.
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = ['build', 'generator', 'package.json', 'package-lock.json']

/** Also what jest calls before the tests: some of them run the built program. */
export default function buildWhenStale() {
  if (newest(sources) < (modified('dist/registrar.js') ?? 0)) return
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error('The program cannot be built.')
}

function newest(paths) {
  return Math.max(...paths.flatMap(filesBelow).map((path) => modified(path) ?? 0))
}

function filesBelow(path) {
  if (!statSync(join(root, path)).isDirectory()) return [path]
  return readdirSync(join(root, path), { recursive: true }).map((name) => join(path, name))
}

function modified(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs
}
