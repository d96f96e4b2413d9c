import { type CST, isMap, isNode, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import { type Edit, editText, nextLine, startOfLine } from '../load/edit-text.ts'
import type { UserPlan } from '../plan/host-plan.ts'
import { renderUsers, userWords } from '../render/users.ts'
import { quoteYaml } from '../render/yaml.ts'
import { withMoreUsers } from './more-users.ts'

/** An edit of a list of users; indexes count from 0. */
export interface ListEdit {
  remove: number[]
  change: Map<number, Partial<UserPlan>>
  add: UserPlan[]
}

/**
 * The text of a file with a list named users after an edit; everything else stays as it is, comments too.
 * Undefined: the users are not on lines of their own, so that no line can be changed.
 */
export function editList(text: string, { remove, change, add }: ListEdit): string | undefined {
  const users = parseDocument(text, { keepSourceTokens: true }).get('users', true)
  if (isSeq(users) && users.items.length === 0) return inPlaceOf(users, text, add)
  if (!isSeq(users) || users.flow) return undefined
  const longer = add.length === 0 ? text : withMoreUsers(text, renderUsers(add)) // below, so that nothing above it moves
  const edits = [
    ...remove.map((index) => removal(users, index, text)),
    ...[...change].flatMap(([index, changes]) => changesOf(users.items[index], changes, text)),
  ]
  return longer === undefined || edits.includes(undefined) ? undefined : editText(longer, edits as Edit[])
}

/** An empty list: `users: []`. */
function inPlaceOf({ range }: YAMLSeq, text: string, add: UserPlan[]): string | undefined {
  if (!range) return undefined
  if (add.length === 0) return text
  const before = text.slice(0, range[0]).trimEnd()
  return `${before}\n${renderUsers(add).split('\n').slice(1, -1).join('\n')}${text.slice(range[1])}`
}

/** From the dash to the end of the last line of it. */
function removal({ items, srcToken }: YAMLSeq, index: number, text: string): Edit | undefined {
  const item = items[index]
  const dash = (srcToken as CST.BlockSequence | undefined)?.items[index]?.start.find(
    ({ type }) => type === 'seq-item-ind',
  )
  if (!isNode(item) || !item.range || !dash) return undefined
  return { start: startOfLine(text, dash.offset), end: nextLine(text, item.range[1]), to: '' }
}

function changesOf(item: unknown, changes: Partial<UserPlan>, text: string): (Edit | undefined)[] {
  if (!isMap(item)) return [undefined]
  const { notes, ...rest } = changes
  const words = Object.entries(userWords({ username: '', ...rest })).filter(
    ([key, word]) => key !== 'username' && word !== undefined,
  ) as [string, string][]
  const kept = item.get('notes', true)
  if (!notes) return setKeys(item, words, text)
  const own = Object.entries(notes).map(([key, note]): [string, string] => [key, quoteYaml(note)])
  if (isMap(kept) && kept.items.length > 0)
    return [
      ...setKeys(item, words, text),
      ...setKeys(
        kept,
        own.filter(([key, word]) => isOther(kept, key, word)),
        text,
      ),
    ]
  return setKeys(item, [...words, ['notes', userWords({ username: '', notes }).notes ?? '{}']], text)
}

function isOther(kept: YAMLMap, key: string, word: string): boolean {
  return quoteYaml(String(kept.get(key) ?? '')) !== word
}

/** Replaces existing values in place, and adds new ones after the last. */
function setKeys(map: YAMLMap, words: [string, string][], text: string): (Edit | undefined)[] {
  const pairs = new Map(map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair]))
  const there = words.filter(([key]) => pairs.has(key)).map(([key, word]) => replacement(pairs.get(key), word, text))
  const fresh = words.filter(([key]) => !pairs.has(key)).map(([key, word]) => `${quoteYaml(key)}: ${word}`)
  return fresh.length === 0 ? there : [...there, insertion(map, fresh, text)]
}

function replacement(pair: Pair | undefined, word: string, text: string): Edit | undefined {
  const range = isNode(pair?.value) ? pair.value.range : undefined
  if (!range) return undefined
  const end = text.slice(range[0], range[1]).trimEnd().length + range[0]
  return { start: range[0], end, to: text[range[0] - 1] === ':' ? ` ${word}` : word }
}

function insertion(map: YAMLMap, fresh: string[], text: string): Edit | undefined {
  const [first, last] = [map.items[0], map.items.at(-1)]
  const end = isNode(last?.value) ? last.value.range : isNode(last?.key) ? last.key.range : undefined
  if (!end || !isNode(first?.key) || !first.key.range) return undefined
  if (map.flow) {
    const at = text.slice(0, end[1]).trimEnd().length
    return { start: at, end: at, to: fresh.map((pair) => `, ${pair}`).join('') }
  }
  const at = nextLine(text, end[1])
  const indent = ' '.repeat(first.key.range[0] - startOfLine(text, first.key.range[0]))
  const lines = fresh.map((pair) => `${indent}${pair}\n`).join('')
  return { start: at, end: at, to: text.slice(0, at).endsWith('\n') ? lines : `\n${lines}` }
}
