import { existsSync, readFileSync } from 'node:fs'
import type { Refusal } from './changes-of-role.ts'

/** What the changelog says that names became: rows of two beginnings, and sentences of the form "`a` is now `b`". */
export function renamingsIn(changelog: string): (Refusal & { since: string })[] {
  if (!existsSync(changelog)) return []
  const sections = readFileSync(changelog, 'utf8')
    .split(/^# (?=\d{4}-\d{2}-\d{2})/m)
    .slice(1)
  return sections.flatMap((section) => {
    const since = section.slice(0, 10)
    const rows = [...section.matchAll(/^\| `(\w+_)` \| `(\w+_)` \|/gm)].map(([, from, to]) => [`${from}*`, `${to}*`])
    const sentences = [...section.matchAll(/`(\w+_\w+)`(?: \([^)]*\))? is now `(\w+_\w+)`/g)].map(([, from, to]) => [
      from,
      to,
    ])
    return [...rows, ...sentences].map(([from = '', to = '']) => ({ old: from, new: to, since }))
  })
}
