import { chmodSync, chownSync, existsSync, mkdirSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { execa } from 'execa'
import { entry } from '../support/cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

/** Whether this Node keeps what it compiles; below 22.1 it cannot. */
const keeps = 'enableCompileCache' in module

async function cachedBelow(home: string, env: Record<string, string> = {}): Promise<string[]> {
  const own = { PATH: process.env['PATH'], HOME: home, ...env }
  await execa(process.execPath, [entry, '--version'], { cwd: home, env: own, extendEnv: false })
  return ['.cache/registrar', 'relative/registrar'].filter((path) => existsSync(join(home, path)))
}

it('what Node compiled is kept in the cache directory of the user', async () => {
  const home = makeDirectory()
  expect(await cachedBelow(home)).toEqual(keeps ? ['.cache/registrar'] : [])
  expect(await cachedBelow(makeDirectory(), { XDG_CACHE_HOME: 'relative' })).toEqual([])
  expect(await cachedBelow(makeDirectory(), { NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual([])
})

it('nothing is kept below a home of somebody else, who could choose then what runs', async () => {
  if (process.getuid?.() !== 0) return // only root can make such a home
  const home = makeDirectory()
  mkdirSync(join(home, '.cache'))
  chmodSync(home, 0o755)
  chownSync(home, 12_345, 12_345)
  expect(await cachedBelow(home)).toEqual([])
})
