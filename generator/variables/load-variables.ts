import { isMap, isScalar, parseDocument, type Pair } from 'yaml'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { loadHostFile } from '../load/load-host-file.ts'
import type { Source } from '../load/source.ts'

/** What a host file may not have and Ansible's files may. */
const allowed = new Set(['alias', 'tag', 'empty-file'])

/** Reads a file of Ansible variables: YAML 1.1 as PyYAML reads it, with tags and anchors. */
export function loadVariables(file: string): Source {
  const source = loadHostFile(file)
  const diagnostics = source.diagnostics.filter(({ code }) => !allowed.has(code))
  if (diagnostics.length > 0) return { ...source, diagnostics }
  const document = parseDocument(source.text, { version: '1.1', uniqueKeys: false, logLevel: 'silent' })
  const isMapping = document.contents === null || isMap(document.contents) || source.text.startsWith('$ANSIBLE_VAULT;')
  return { ...source, document, diagnostics: isMapping ? [] : [noVariables(file)] }
}

function noVariables(file: string): Diagnostic {
  return {
    code: 'no-variables',
    severity: 'error',
    place: { file, line: 1, column: 1, length: 0 },
    message: 'This is not a mapping of variables.',
    hint: 'Write a name and a value on each line: matrix_domain: example.com. Is this the right file?',
  }
}

/** A variable that a file sets, and where its name stands. */
export interface Variable {
  name: string
  start: number
  end: number
  value: unknown
}

/** The variables of a file, in its order; without a value that only Ansible can read (a vault, a template). */
export function variablesOf({ document }: Source): Variable[] {
  if (!isMap(document?.contents)) return []
  return document.contents.items.flatMap((pair) => variableOf(pair))
}

function variableOf({ key, value }: Pair): Variable[] {
  if (!isScalar(key) || typeof key.value !== 'string' || !key.range) return []
  const [start, end] = key.range
  return [{ name: key.value, start, end, value: readable(value) }]
}

/** Stands for what only Ansible can read. */
export const opaque = Symbol('opaque')

function readable(value: unknown): unknown {
  if (isScalar(value)) {
    const ours = value.tag === undefined || value.tag.startsWith('tag:yaml.org,2002:')
    return ours && !/\{[{%]/.test(String(value.value)) ? value.value : opaque
  }
  if (typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items)) {
    return isMap(value) ? {} : value.items.map(readable)
  }
  return opaque
}
