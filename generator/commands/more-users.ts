import { isNode, isSeq, parseDocument } from 'yaml'
import { nextLine, startOfLine } from '../load/edit-text.ts'

/**
 * The text of a host file with more users below those that it has, nothing else in it changed. Undefined: they do not stand
 * one below the other, so that no line can be added. `rendered`: as renderUsers has them.
 */
export function withMoreUsers(text: string, rendered: string): string | undefined {
  const users = parseDocument(text).get('users', true)
  if (!isSeq(users) || users.flow || !users.range) return undefined
  const last = users.items.at(-1)
  if (!isNode(last) || !last.range) return undefined
  const indent = ' '.repeat(users.range[0] - startOfLine(text, users.range[0]))
  const lines = rendered.split('\n').slice(1, -1)
  const at = nextLine(text, last.range[1])
  const before = text.slice(0, at)
  return `${before}${before.endsWith('\n') ? '' : '\n'}${lines.map((line) => `${indent}${line.trimStart()}\n`).join('')}${text.slice(at)}`
}
