import type { Request } from '../authorities/request.ts'
import { quoteShell } from '../quoting/shell.ts'
import { printable } from '../ui/printable.ts'

/** A request as -v shows it, with a line below for each field of its body. */
export function requestText(request: Request): string {
  if ('command' in request) return `${printable(request.command.map(quotedWord).join(' '))}\n`
  const [line, fields] =
    'sql' in request
      ? [`SQL ${request.sql}`, request.values]
      : [`${request.method} ${request.path}`, request.body ?? {}]
  const below = Object.entries(fields).map(([name, value]) => `    ${name}: ${printable(valueText(value))}\n`)
  return `${printable(line)}\n${below.join('')}`
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A placeholder, such as [secret], is not quoted. */
function quotedWord(word: string): string {
  return /^[\w@%+=:,./-]+$|\[[^\]]*\]$/.test(word) ? word : quoteShell(word)
}
