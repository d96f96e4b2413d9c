import { readRoleFile } from './role-files.ts'

const folder = 'files/matrix_server'

/** What Python runs: the first line on standard input has a loader and its arguments. */
export const reader =
  'import json, sys; loader, *sent = json.loads(sys.stdin.buffer.readline()); exec(loader); run(*sent)'

const lines = new Map<string, string>()

/** That line, which one run may send often: `names` are the server's module, and modules with other actions. */
export function programLine(names: string[]): string {
  const key = names.join(' ')
  const line = lines.get(key) ?? `${JSON.stringify([sourceOf('loader'), sourcesOf(names), names])}\n`
  lines.set(key, line)
  return line
}

/** The modules of such a program, sorted. */
export function modulesOf(names: string[]): string[] {
  return Object.keys(sourcesOf(names))
}

/** The text of each module that they import, sorted by name. */
function sourcesOf(names: string[]): Record<string, string> {
  const sources = new Map<string, string>()
  const waiting = ['main', ...names]
  for (const name of waiting)
    if (!sources.has(name)) {
      const source = sourceOf(name)
      sources.set(name, source)
      waiting.push(...importsIn(source))
    }
  return Object.fromEntries([...sources].sort(([one], [other]) => (one < other ? -1 : 1)))
}

function importsIn(source: string): string[] {
  return [...source.matchAll(/^ *from \.(\w+) import /gm)].map((match) => match[1] ?? '')
}

function sourceOf(name: string): string {
  return readRoleFile(`${folder}/${name}.py`)
}
