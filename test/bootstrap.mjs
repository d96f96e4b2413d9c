// What comes before `npm test`, `npm run lint` and the like in a fresh clone: the packages and the built program.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import process, { chdir, execPath, exit, version } from 'node:process'
import { fileURLToPath } from 'node:url'
import buildWhenStale from '../build/when-stale.mjs'

const entries = {
  test: ['test/run.ts'],
  lint: ['test/lint.ts'],
  format: ['test/lint.ts', 'format'],
  golden: ['test/golden.ts'],
  lab: ['test/lab.ts'],
  record: ['test/record-docs.ts'],
  demo: ['test/demo.ts'],
  bench: ['test/bench/main.ts'],
}

const [task, ...words] = process.argv.slice(2)
const [major, minor] = version.slice(1).split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${version} is too old: install 20.19 or newer (https://nodejs.org).`)
  exit(1)
}
chdir(dirname(dirname(fileURLToPath(import.meta.url))))
if (!hasPackages()) run('npm', ['ci', '--no-audit', '--no-fund'])
buildWhenStale()

const child = spawn(execPath, ['--import', 'tsx', ...entries[task], ...words], { stdio: 'inherit' })
// Ctrl-C reaches the child too: it cleans up, and this waits for it.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code) => exit(code ?? 1))

/** Are the packages those of the lock file? npm notes when it installed them. */
function hasPackages() {
  const installed = 'node_modules/.package-lock.json'
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs
}

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 2, 2] })
  if (status !== 0) exit(status ?? 1)
}
