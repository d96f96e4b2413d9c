import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { basename } from 'node:path/posix'
import { execa } from 'execa'
import type { LabHost } from '../lab/host.ts'

const script = join(import.meta.dirname, 'watch-command-lines.py')
const watched = ['this machine', 'the host'] as const

/** Watches /proc/*\/cmdline here and on the host until `stop`, which answers with every command line seen, as argvs. */
export async function watchCommandLines(host: LabHost): Promise<{ stop: () => Promise<string[][]> }> {
  await host.shell(`cat > /run/watch-command-lines.py <<'END'\n${await readFile(script, 'utf8')}\nEND`)
  const commands = [
    ['python3', script],
    ['docker', 'exec', '--interactive', host.containerId, 'python3', '/run/watch-command-lines.py'],
  ]
  const watchers = commands.map(([file = '', ...words]) =>
    execa(file, words, { stdin: 'pipe', maxBuffer: 1_000_000_000 }),
  )
  await Promise.all(watchers.map((watcher) => new Promise((resolve) => watcher.stdout.once('data', resolve))))
  return {
    stop: async () => {
      await execa('sleep', ['0.31'])
      await host.shell('sleep 0.32')
      const seen = await Promise.all(
        watchers.map(async (watcher) => {
          watcher.stdin.write('\n')
          const { stdout } = await watcher
          return JSON.parse(stdout.slice(stdout.indexOf('['))) as string[][]
        }),
      )
      const canaries = ['0.31', '0.32']
      seen.forEach((lines, index) => {
        if (!lines.some((argv) => argv[0] === 'sleep' && argv[1] === canaries[index]))
          throw new Error(`the watcher of ${watched[index]} sees nothing`)
      })
      return seen.flat()
    },
  }
}

/** The command lines of anything but just itself, in which one of the secrets stands. */
export function commandLinesWith(secrets: string[], argvs: string[][]): string[] {
  const others = argvs.filter(([program = '']) => basename(program) !== 'just').map((argv) => argv.join(' '))
  const all = others.join('\n')
  return secrets
    .filter((secret) => all.includes(secret))
    .map((secret) => others.find((line) => line.includes(secret)) ?? secret)
}
