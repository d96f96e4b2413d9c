import { type Role, roleOf } from './roles.ts'

/**
 * The intended name, if that is certain enough: the same role's (or the same words after a role that is
 * misspelt), with one word in which a letter is wrong, missing, too many, or changed places with the next.
 */
export function misspelt(name: string, names: ReadonlySet<string>, roles: readonly Role[]): string | undefined {
  const role = roleOf(name, roles)
  const isNear = nearTo(name)
  const near = [...names].filter((candidate) => isNear(candidate) && isSameRole(name, candidate, role, roles))
  return near.length === 1 ? near[0] : undefined
}

function isSameRole(name: string, candidate: string, role: Role | undefined, roles: readonly Role[]): boolean {
  const other = roleOf(candidate, roles)
  if (other === undefined || other.prefix === role?.prefix) return other !== undefined
  return name.endsWith(candidate.slice(other.prefix.length - 1))
}

function nearTo(name: string): (candidate: string) => boolean {
  const { letters, words } = partsOf(name)
  return (candidate) => {
    if (Math.abs(name.length - candidate.length) > 2) return false
    const { letters: otherLetters, words: others } = knownParts(candidate)
    if (letters === otherLetters) return true
    if (words.length !== others.length) return false
    const wrong = words.flatMap((word, index) => (word === others[index] ? [] : [[word, others[index] ?? ''] as const]))
    return wrong.length === 1 && wrong.every(([word, other]) => isTypo(word, other))
  }
}

interface Parts {
  letters: string
  words: string[]
}

function partsOf(name: string): Parts {
  return { letters: name.toLowerCase().replaceAll('_', ''), words: name.split('_') }
}

/** Of the playbook's names, which each misspelt one is compared with. */
const known = new Map<string, Parts>()

function knownParts(name: string): Parts {
  const parts = known.get(name) ?? partsOf(name)
  known.set(name, parts)
  return parts
}

/** Words one letter apart with different meanings. */
const different = new Set(['http https', 'https http'])

function isTypo(word: string, other: string): boolean {
  const length = Math.min(word.length, other.length)
  if (length < 4 || different.has(`${word} ${other}`) || digits(word) !== digits(other)) return false
  return edits(word, other) <= (length >= 8 ? 2 : 1)
}

function digits(word: string): string {
  return word.replace(/\D/g, '')
}

/** Letters to insert, delete, replace, or swap with their neighbours (optimal string alignment). */
export function edits(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)]
  const at = (row: number, column: number) => rows[row]?.[column] ?? Infinity
  for (let row = 1; row <= a.length; row += 1) {
    rows.push([row])
    for (let column = 1; column <= b.length; column += 1) {
      const exchange = at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1)
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const swap = isSwap ? at(row - 2, column - 2) + 1 : Infinity
      rows[row]?.push(Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, exchange, swap))
    }
  }
  return at(a.length, b.length)
}
