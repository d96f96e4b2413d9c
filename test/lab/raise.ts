import { writeFile } from 'node:fs/promises'
import { execa } from 'execa'
import { pythonOf } from './install.ts'
import { type Versions, versions, versionsPath } from './versions.ts'

/** What stays within a series; everything else becomes the newest that its Python runs. */
const series: Record<string, string> = {
  'ansible-2.16 ansible-core': '~=2.16.0',
  'ansible-2.18 ansible-core': '~=2.18.0',
  'ansible-2.19 ansible-core': '~=2.19.0',
  'linters ansible-core': '~=2.19.0',
}

/** What is old on purpose, and runs on libraries of its time alone. */
const kept = ['synapse-oldest', 'token-page']

/** Writes the newest versions that there are into versions.json; answers with what was raised, and what could not be asked. */
export async function raiseVersions(): Promise<string[]> {
  const raised: Versions = structuredClone(versions)
  const reported: string[] = []
  const raise = async (pins: Record<string, string>, name: string, ask: () => Promise<string>) => {
    const before = pins[name]
    try {
      pins[name] = await ask()
      if (pins[name] !== before) reported.push(`${name}: ${before} is now ${pins[name]}`)
    } catch (error) {
      reported.push(`${name} stays ${before}: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
    }
  }
  for (const [venv, pins] of Object.entries(raised.python).filter(([venv]) => !kept.includes(venv)))
    for (const name of Object.keys(pins))
      await raise(pins, name, () => newestOnPyPI(venv, `${name}${series[`${venv} ${name}`] ?? ''}`))
  for (const name of Object.keys(raised.go)) await raise(raised.go, name, () => newestOfGo(name))
  await writeFile(versionsPath, format(raised))
  return reported
}

/** As pip itself would choose it for the Python of that venv. */
async function newestOnPyPI(venv: string, requirement: string): Promise<string> {
  const { path } = await pythonOf(venv)
  const words = ['--dry-run', '--ignore-installed', '--no-deps', '--quiet', '--disable-pip-version-check']
  const { stdout } = await execa(path, ['-m', 'pip', 'install', ...words, '--report', '-', requirement])
  const { install } = JSON.parse(stdout) as { install: { metadata: { version: string } }[] }
  const version = install[0]?.metadata.version
  if (version === undefined) throw new Error(`pip names no version of ${requirement}`)
  return version
}

async function newestOfGo(module: string): Promise<string> {
  const { stdout } = await execa('go', ['list', '-m', '-f', '{{.Version}}', `${module}@latest`], {
    env: { GOFLAGS: '-mod=mod' },
  })
  return stdout.replace(/^v/, '')
}

/** A venv of a few packages is one line. */
function format(value: Versions): string {
  const text = JSON.stringify(value, null, 2)
  return `${text.replace(/\{\s*("[^{}]*?")\s*\}/g, (whole, inner: string) => {
    const line = `{ ${inner.replace(/\s*\n\s*/g, ' ')} }`
    return line.length < 100 ? line : whole
  })}\n`
}
