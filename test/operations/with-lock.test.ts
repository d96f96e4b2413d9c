import { execFileSync, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { takeLock } from '../../generator/run/lock.ts'
import { localTransport } from '../../generator/run/local.ts'
import { ask } from '../../generator/run/host.ts'
import { readRoleFile } from '../../generator/render/role-files.ts'

const domain = `test-${randomUUID()}`
const place = join('/run/matrix-registrar', domain)
const withLock = (...argv: string[]) => ['-c', script('with_lock.sh'), 'sh', domain, ...argv]
const underLock = (token: string, ...argv: string[]) => ['-c', script('under_lock.sh'), 'sh', place, token, ...argv]

function script(name: string): string {
  return readRoleFile(`files/${name}`)
}

/** Only root may write under /run. */
const asRoot = process.getuid?.() === 0 ? it : it.skip

const sh = (words: string[]) => spawnSync('sh', words, { encoding: 'utf8' })

afterAll(() => rmSync(place, { recursive: true, force: true }))

asRoot('locks where only root can look and write', () => {
  expect(sh(withLock('echo', 'done'))).toMatchObject({ status: 0, stdout: 'done\n' })
  expect(statSync(place)).toMatchObject({ uid: 0 })
  expect(statSync(place).mode & 0o777).toBe(0o700)
  const held = ['--exclusive', place, 'sh', ...withLock('echo', 'done')]
  expect(spawnSync('flock', held, { encoding: 'utf8' })).toMatchObject({ status: 75, stdout: '' })
})

asRoot('does nothing where there is no place for a lock', () => {
  const env = { PATH: process.env['PATH'] ?? '' }
  const nobody = Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' }))
  const options = { encoding: 'utf8', uid: nobody, gid: nobody, env, cwd: '/' } as const
  expect(spawnSync('sh', withLock('echo', 'done'), options)).toMatchObject({ status: 73, stdout: '' })
})

asRoot(
  'lets nobody begin while something goes on that one who is gone had begun, and nothing of theirs begin afterwards',
  async () => {
    const token = sh(withLock('sh', '-c', 'printf %s "$token"')).stdout // who is gone, and left the lock
    const writing = join(place, 'going-on')
    const leftover = execa('sh', underLock(token, 'sh', '-c', 'touch "$0"; echo begun; cat; rm "$0"', writing), {
      stdin: 'pipe',
    })
    await once(leftover.stdout, 'data')
    const next = execa('sh', withLock('sh', '-c', 'if [ -e "$0" ]; then echo too soon; else echo next; fi', writing))
    const holder = () => readFileSync(join(place, 'holder'), 'utf8').trim()
    await waitUntil(() => holder() !== token) // it has the lock, and waits
    leftover.stdin.end()
    await leftover
    expect((await next).stdout).toBe('next')
    expect(sh(underLock(token, 'echo', 'late'))).toMatchObject({ status: 75, stdout: '' })
  },
)

it('runs what it is given where the host has no flock', () => {
  const options = { encoding: 'utf8', env: { PATH: '/nonexistent' } } as const
  expect(spawnSync('/bin/sh', withLock('/bin/echo', 'done'), options)).toMatchObject({ status: 0, stdout: 'done\n' })
})

asRoot('what the holder of the lock does goes on side by side', async () => {
  const token = sh(withLock('sh', '-c', 'printf %s "$token"')).stdout
  const first = execa('sh', underLock(token, 'sh', '-c', 'echo begun; cat'), { stdin: 'pipe' })
  try {
    await once(first.stdout, 'data')
    const second = spawnSync('sh', underLock(token, 'echo', 'beside'), { encoding: 'utf8', timeout: 60_000 })
    expect(second).toMatchObject({ status: 0, stdout: 'beside\n' })
  } finally {
    first.stdin.end()
    await first
  }
})

asRoot('the program runs under the lock what it asks for, and not when it has lost that', async () => {
  const host = { name: 'here', transport: localTransport(), become: { enabled: false } }
  const lock = await takeLock(host, domain)
  const run = () => ask(host, lock.guard(['sh', '-c', 'cat; echo " $0"', 'a word']), { text: 'given' })
  expect(await run()).toMatchObject({ exitCode: 0, stdout: 'given a word\n' })
  await expect(takeLock(host, domain)).rejects.toMatchObject({
    message: 'Another registrar is changing accounts on here right now.',
  })
  await lock.release()
  await (await takeLock(host, domain)).release()
  expect(await run()).toMatchObject({ exitCode: 75, stdout: '' })
})

async function waitUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20))
}
