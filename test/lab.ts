import { argv, exit } from 'node:process'
import { down, status, up } from './lab/kept.ts'
import { raiseVersions } from './lab/raise.ts'

const tasks: Record<string, (words: string[]) => Promise<string[]>> = { up, down, status, raise: raiseVersions }

const task = tasks[argv[2] ?? '']
if (!task) {
  console.error(`npm run lab -- ${Object.keys(tasks).join(' | ')} [synapse | dendrite | host]...`)
  exit(2)
}
for (const line of await task(argv.slice(3))) console.log(line)
