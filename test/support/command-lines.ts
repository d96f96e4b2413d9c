import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { basename } from 'node:path/posix'
import { execa, type ResultPromise } from 'execa'
import type { LabHost } from '../lab/host.ts'

const script = join(import.meta.dirname, 'watch-command-lines.py')

/** Marks what this test file starts, so that others may run beside it. */
const mark = ['REGISTRAR_WATCHED', `by-${process.pid}`] as const

const running: ResultPromise[] = []

/** A test that failed before it stopped its watchers leaves none behind. */
afterAll(() => {
  for (const watcher of running.splice(0)) watcher.kill()
})

/** Watches /proc/*\/cmdline, of what this process starts here and of everything on the host, until `stop`, which answers with every command line seen, as argvs. */
export async function watchCommandLines(host: LabHost): Promise<{ stop: () => Promise<string[][]> }> {
  await host.shell(`cat > /run/watch-command-lines.py <<'END'\n${await readFile(script, 'utf8')}\nEND`)
  const commands = [
    ['python3', script, `${process.pid}`, mark.join('=')],
    ['docker', 'exec', '--interactive', host.containerId, 'python3', '/run/watch-command-lines.py'],
  ]
  process.env[mark[0]] = mark[1]
  const watchers = commands.map(([file = '', ...words]) =>
    execa(file, words, { stdin: 'pipe', maxBuffer: 1_000_000_000 }),
  )
  running.push(...watchers)
  for (const watcher of watchers) watcher.catch(() => {}) // whoever stops it sees it
  await Promise.all(watchers.map((watcher) => new Promise((resolve) => watcher.stdout.once('data', resolve))))
  return {
    stop: async () => {
      // A process of a third of a second that only this run has: who does not see it, sees nothing.
      const canary = `0.3${randomInt(1_000_000_000)}`
      for (const watcher of watchers) watcher.stdin.write(`${canary}\n`)
      let ended = false
      const seen = Promise.all(watchers).finally(() => (ended = true))
      while (!ended) await Promise.all([execa('sleep', [canary]), host.shell(`sleep ${canary}`)])
      return (await seen).flatMap(({ stdout }) => JSON.parse(stdout.slice(stdout.indexOf('['))) as string[][])
    },
  }
}

/** The command lines of anything but just itself, in which one of the secrets stands. */
export function commandLinesWith(secrets: string[], argvs: string[][]): string[] {
  return argvs
    .filter(([program = '']) => basename(program) !== 'just')
    .map((argv) => argv.join(' '))
    .filter((line) => secrets.some((secret) => line.includes(secret)))
}
