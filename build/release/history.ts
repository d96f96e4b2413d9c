import { execFileSync } from 'node:child_process'
import { expand } from './changes-of-role.ts'

export interface Commit {
  commit: string
  date: string
}

/** The commit of a checkout; undefined: it is no git repository. */
export function commitOf(checkout: string): Commit | undefined {
  const [commit, date] = git(checkout, ['log', '-1', '--format=%H %cs']).trim().split(' ')
  return commit && date ? { commit, date } : undefined
}

/** The day on which the roles first spoke of an old name in a table, or of a beginning ("matrix_x_*") in a pattern. */
export function firstRefusals(checkout: string): (old: string) => string | undefined {
  const first = new Map<string, string>()
  let day = ''
  for (const line of git(checkout, [
    'log',
    '--reverse',
    '-p',
    '-U0',
    '--format=@@@ %cs',
    '--',
    'roles/**/tasks/*.yml',
  ]).split('\n')) {
    if (line.startsWith('@@@ ')) day = line.slice(4)
    else if (line.startsWith('+')) for (const old of refusedIn(line)) if (!first.has(old)) first.set(old, day)
  }
  return (old) => first.get(old)
}

function refusedIn(line: string): string[] {
  const names = [...line.matchAll(/'old': *'(\w+)'/g)].map((match) => match[1] ?? '')
  return [...names, ...[...line.matchAll(/'\^?(\w+[.(][^']+)'/g)].flatMap((match) => expand(match[1] ?? ''))]
}

function git(checkout: string, words: string[]): string {
  try {
    return execFileSync('git', ['-C', checkout, ...words], {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return ''
  }
}
