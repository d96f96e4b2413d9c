import { type Document, isMap, isScalar, parseDocument } from 'yaml'

/** A variable that two files of one host set. */
export interface Conflict {
  name: string
  theirs: string
  ours: string
}

/** The variables that both texts set, to different values. A vaulted value is never shown. */
export function findConflicts(theirText: string, ourText: string): Conflict[] {
  const theirs = variables(theirText)
  return Object.entries(variables(ourText)).flatMap(([name, ours]) => {
    const value = theirs[name]
    return value === undefined || value === ours ? [] : [{ name, theirs: value, ours }]
  })
}

function variables(text: string): Record<string, string> {
  const document = parseDocument(text, { version: '1.1', logLevel: 'silent' })
  if (!isMap(document.contents)) return {}
  return Object.fromEntries(
    document.contents.items.map(({ key, value }) => [String(isScalar(key) ? key.value : key), shown(value, document)]),
  )
}

function shown(value: unknown, document: Document): string {
  if (isScalar(value) && value.tag === '!vault') return '[vault]'
  if (typeof value === 'object' && value !== null && 'toJS' in value && typeof value.toJS === 'function')
    return JSON.stringify(value.toJS(document))
  return JSON.stringify(value) ?? ''
}
