import { isMap, isNode, isScalar, isSeq, type Node, type Pair, visit } from 'yaml'

/** Data without anything that only Ansible reads, or that a host file could not give back exactly. */
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain }

/** What a pair holds as data; undefined: it has a tag, an anchor, a template, or a number in another spelling. */
export function plainValue({ value }: Pair): Plain | undefined {
  if (value === null) return null
  if (!isNode(value) || isIntricate(value)) return undefined
  return toPlain(value)
}

function isIntricate(node: Node): boolean {
  let found = false
  visit(node, (_key, each) => {
    if (
      isNode(each) &&
      (each.tag?.startsWith('!') ||
        !(isScalar(each) || isMap(each) || isSeq(each)) ||
        ('anchor' in each && each.anchor))
    )
      found = true
    if (isScalar(each) && !isExact(each.value, each.source)) found = true
    return found ? visit.BREAK : undefined
  })
  return found
}

/** Whether a pair's value has a comment in it or after it, which would be lost with it. */
export function hasComment({ key, value }: Pair): boolean {
  let found = isNode(key) && Boolean(key.comment)
  if (isNode(value)) {
    visit(value, (_key, each) => {
      if (isNode(each) && (each.comment || each.commentBefore)) found = true
    })
  }
  return found
}

/** Ansible evaluates braces; a number such as 010, 1.0 or 1:30 would be written otherwise; y and n are text to PyYAML. */
function isExact(value: unknown, source: string | undefined): boolean {
  if (typeof value === 'string') return !/\{[{%#]/.test(value)
  if (typeof value === 'number') return String(value) === source
  return value === null || (typeof value === 'boolean' && !/^[yn]$/i.test(source ?? ''))
}

function toPlain(node: unknown): Plain | undefined {
  if (node === null) return null
  if (isScalar(node)) return node.value as Plain // isExact: a text, a number, a boolean or nothing
  if (isSeq(node)) return all(node.items.map(toPlain))
  if (!isMap(node)) return undefined
  const keys = node.items.map(({ key }) => (isScalar(key) && typeof key.value === 'string' ? key.value : undefined))
  const values = all(node.items.map(({ value }) => toPlain(value)))
  if (values === undefined || keys.includes(undefined) || new Set(keys).size < keys.length) return undefined
  return Object.fromEntries(keys.map((key, index) => [key ?? '', values[index] ?? null]))
}

function all(items: (Plain | undefined)[]): Plain[] | undefined {
  return items.every((item) => item !== undefined) ? items : undefined
}
