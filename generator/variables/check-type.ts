import { type PlaybookNames, typesFor } from '../dialects/playbook-names.ts'
import type { VariableType } from '../dialects/names.ts'
import { opaque } from './load-variables.ts'

interface WrongType {
  message: string
  hint: string
}

/** Whether a value has the type of its variable's default; nothing, and what only Ansible can read, has any. */
export function checkType(name: string, value: unknown, playbook: PlaybookNames): WrongType | undefined {
  if (value === null || value === undefined || value === opaque) return undefined
  const type = typesFor(playbook).get(name) ?? (isSwitch(name, value) ? 'b' : '?')
  if (fits(type, value)) return undefined
  return { message: `${name} is ${shown(value)}, but should be ${wanted[type]}.`, hint: hintFor(type, value) }
}

/** A switch of a role whose defaults are templates. */
function isSwitch(name: string, value: unknown): boolean {
  return /^matrix_\w+_enabled$/.test(name) && typeof value === 'string' && word.test(value)
}

const word = /^(y|n|yes|no|on|off|true|false)$/i

const wanted = {
  b: 'true or false',
  s: 'a text',
  n: 'a number',
  l: 'a list',
  c: 'a list',
  m: 'a mapping',
  '?': 'anything',
}

function fits(type: VariableType, value: unknown): boolean {
  switch (type) {
    case 'b':
      return typeof value === 'boolean'
    case 'n':
      return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()))
    case 'l':
      return Array.isArray(value)
    case 'c':
      return typeof value === 'object'
    case 'm':
      return typeof value === 'object' && !Array.isArray(value)
    case 's':
      return typeof value !== 'object'
    case '?':
      return true
  }
}

/** Without the value of a long text, which may be a secret. */
function shown(value: unknown): string {
  if (typeof value === 'string') return word.test(value) ? `the text ${JSON.stringify(value)}` : 'a text'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a mapping' : String(value)
}

function hintFor(type: VariableType, value: unknown): string {
  if (type === 'b' && typeof value === 'string' && word.test(value))
    return `Write ${/^(y|yes|on|true)$/i.test(value)}, without quotes: templates treat any text as true.`
  if (type === 'b') return 'Write true or false.'
  if (type === 'l' || type === 'c') return 'Write each item on a line of its own, after "- ".'
  if (type === 'n') return 'Write a number without a unit.'
  return `Write ${wanted[type]}; the defaults of its role show one.`
}
