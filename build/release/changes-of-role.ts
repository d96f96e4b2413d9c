import { failureOf, itemsOf, type Task, tasksOf } from './tasks.ts'
import { isMapping, textsIn } from './yaml-files.ts'

/** What a role says of a name, or of all names that begin with it ("matrix_x_*"), which it refuses: the words after "new" of its table. */
export interface Refusal {
  old: string
  new: string
}

/** The names that a role refuses: those of its tables, and those that its patterns catch. */
export function refusalsOf(role: string): Refusal[] {
  const tasks = tasksOf(role)
  return tasks.flatMap((each) => (failureOf(each.task) === undefined ? [] : [...pairsOf(each), ...patternsOf(each)]))
}

/** Keys of a configuration text ("item.old in matrix_..._extension") are no variables. */
function pairsOf({ task, conditions }: Task): Refusal[] {
  if (/item\.old in matrix_/.test(textsIn(conditions).join(' '))) return []
  return itemsOf(task).flatMap((item) =>
    isMapping(item) && typeof item['old'] === 'string'
      ? [{ old: starred(item['old']), new: starred(String(item['new'])) }]
      : [],
  )
}

function patternsOf({ task, conditions, facts }: Task): Refusal[] {
  const condition = textsIn(conditions).join(' ')
  if (condition.includes('item.old')) return []
  const all = [
    condition,
    ...Object.keys(facts)
      .filter((name) => condition.includes(name))
      .map((name) => String(facts[name])),
  ].join(' ')
  if (/\('\^' \+ item \+ '\$'\)/.test(all))
    return itemsOf(task).flatMap((item) => (typeof item === 'string' ? [{ old: item, new: '<removed>' }] : []))
  const patterns = [...all.matchAll(/(?:varnames',|'match',) *'\^?([^']+)'/g)].flatMap((match) =>
    expand(match[1] ?? ''),
  )
  return patterns.map((old) => ({ old, new: successorOf(old, failureOf(task) ?? '') }))
}

/** Tables have a few names that are patterns: "matrix_x_.*". */
function starred(name: string): string {
  return name.replace(/^(\w+)\.[*+]$/, '$1*')
}

/** "matrix_x_.+" as "matrix_x_*"; each way of an alternation on its own. */
export function expand(pattern: string): string[] {
  const [, before = '', ways, after = ''] = /^(\w*)\(([\w|]+)\)(.*)$/.exec(pattern) ?? []
  if (ways !== undefined) return ways.split('|').flatMap((way) => expand(`${before}${way}${after || '.+'}`))
  const [, start, end] = /^(\w+)(\.[+*]|\$)$/.exec(pattern) ?? []
  if (start === undefined) return []
  return [end === '$' ? start : `${start}*`]
}

/** What a message says that a beginning became: (`matrix_x_*` -> `y_*`), or "all `matrix_x_*` variables ... to `y_*`". */
function successorOf(old: string, message: string): string {
  const arrow =
    /`(\w+?)_?\*?` -> `(\w+?)_?\*?`/.exec(message) ?? /`(\w+)_\*` variables [^`]*to `(\w+)_\*`/.exec(message)
  const [, from, to] = arrow ?? []
  if (from === undefined || to === undefined || !old.startsWith(`${from}_`)) return '<removed>'
  return old.replace(from, to)
}
