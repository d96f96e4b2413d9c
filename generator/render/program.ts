import { readRoleFile } from './role-files.ts'

const folder = 'files/matrix_server'

/** What Python is told to run: the first line on standard input has a loader and what that is called with. */
export const reader =
  'import json, sys; loader, *sent = json.loads(sys.stdin.buffer.readline()); exec(loader); run(*sent)'

/** That line: `names` are the module of the server, and those that have actions beyond the server's own. */
export function programLine(names: string[]): string {
  const sources = Object.fromEntries(modulesOf(names).map((name) => [name, sourceOf(name)]))
  return `${JSON.stringify([sourceOf('loader'), sources, names])}\n`
}

/** The modules that such a program is made of, as their imports say; sorted. */
export function modulesOf(names: string[]): string[] {
  const found = new Set<string>()
  const waiting = ['main', ...names]
  for (const name of waiting)
    if (!found.has(name)) {
      found.add(name)
      waiting.push(...importsOf(name))
    }
  return [...found].sort()
}

function importsOf(name: string): string[] {
  return [...sourceOf(name).matchAll(/^ *from \.(\w+) import /gm)].map((match) => match[1] ?? '')
}

function sourceOf(name: string): string {
  return readRoleFile(`${folder}/${name}.py`)
}
