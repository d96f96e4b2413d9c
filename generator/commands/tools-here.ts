import { open } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { env } from 'node:process'
import { execa } from 'execa'
import type { Finding } from '../run/doctor/finding.ts'

const check = 'tools here'

/** The programs that the recipes need here; registrar itself does not need them. */
const tools = [
  { name: 'ansible-playbook', least: [2, 16], pattern: /core (\d+)\.(\d+)[.\w]*/, what: 'ansible-core' },
  { name: 'just', least: [1, 29], pattern: /just (\d+)\.(\d+)[.\w]*/, what: 'just' },
] as const

export async function lookAtTools(): Promise<Finding[]> {
  const found = await Promise.all(tools.map(lookAtTool))
  return [...found, ...((await isJavaScript('just')) ? [npmsJust] : [])]
}

async function lookAtTool({ name, least, pattern, what }: (typeof tools)[number]): Promise<Finding> {
  const { stdout = '' } = await execa(name, ['--version'], { reject: false, stdin: 'ignore', timeout: 20_000 })
  const [version, major = 0, minor = 0] = pattern.exec(stdout) ?? []
  const next = `The recipes need ${what} ${least.join('.')} or newer; registrar itself does not.`
  if (version === undefined) return { check, state: 'warning', detail: `There is no ${name} here`, next }
  const fits = Number(major) > least[0] || (Number(major) === least[0] && Number(minor) >= least[1])
  const detail = `${what} ${version.split(' ')[1]}`
  return fits ? { check, state: 'good', detail } : { check, state: 'warning', detail: `${detail} is too old`, next }
}

/** npm's package rust-just starts the program from JavaScript, which converts arguments that look like numbers. */
const npmsJust: Finding = {
  check,
  state: 'warning',
  detail: "just is npm's rust-just, which changes numbers: the password 2026.10 becomes 2026.1",
  next: 'Install just itself: https://just.systems/man/en/packages.html (on PyPI, rust-just is the program).',
}

/** Whether a command is a script for Node.js; false where there is no such command. */
async function isJavaScript(name: string): Promise<boolean> {
  for (const directory of (env['PATH'] ?? '').split(delimiter)) {
    const start = await startOf(join(directory, name))
    if (start !== undefined) return /^#!.*\bnode\b/.test(start)
  }
  return false
}

async function startOf(path: string): Promise<string | undefined> {
  const file = await open(path).catch(() => undefined)
  try {
    const read = await file?.read({ buffer: Buffer.alloc(100), position: 0 })
    return read?.buffer.toString('latin1', 0, read.bytesRead)
  } catch {
    return undefined // a directory
  } finally {
    await file?.close()
  }
}
