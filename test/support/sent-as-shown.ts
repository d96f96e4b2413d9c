import type { Request } from '../../generator/authorities/request.ts'

/** What is sent beside the operation itself: sessions that come and go, and what only looks. */
const beside = [
  /^GET /,
  /^SQL SELECT/,
  /^POST \/_matrix\/client\/v3\/(login|logout|register)$/,
  /^POST \/(\S+\/)?oauth2\//,
  /^mas-cli manage (list-admin-users|.* --dry-run )/,
]

/** What differs between the changes that --verbose printed and those that --dry-run shows; [...] is anything, or any number of it. */
export function shownOtherwise(stderr: string, shown: Request[]): { sent: string[]; expected: string[] } | undefined {
  const sent = stderr
    .split('\n')
    .filter((line) => /^((GET|POST|PUT|DELETE) \/|SQL |mas-cli )/.test(line))
    .map((line) => (line.startsWith('SQL') ? line : decodeURIComponent(line)))
    .filter((line) => !beside.some((each) => each.test(line)))
  const expected = shown.map(lineOf).filter((line) => !beside.some((each) => each.test(line)))
  const pattern = expected.map((line) => `(?:${patternOf(line)}\n)${howOften(line)}`)
  const isShown = new RegExp(`^${pattern.join('')}$`).test(sent.map((line) => `${line}\n`).join(''))
  return isShown ? undefined : { sent, expected }
}

/** An account that an interrupted run made at MAS is only completed. */
function howOften(line: string): string {
  if (line.includes('[each of them]')) return '*'
  return line === 'POST /api/admin/v1/users' ? '?' : ''
}

function lineOf(request: Request): string {
  if ('sql' in request) return `SQL ${request.sql}`
  if ('method' in request) return `${request.method} ${request.path}`
  const words = request.command
  const end = words.includes('--') ? words.indexOf('--') + 2 : words.length // --verbose ends with the username
  return words.slice(0, end).join(' ')
}

function patternOf(line: string): string {
  const quoted = line.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return quoted.replace(/^((?:POST|PUT|DELETE) )/, '$1(?:/auth)?').replaceAll(/\\\[(?!secret)[^\]]*\\\]/g, '\\S+')
}
