import { readFileSync } from 'node:fs'
import type { VariableType } from '../../generator/dialects/names.ts'
import { parseAsAnsible } from '../../generator/variables/parse-as-ansible.ts'
import { type Names, typeOf } from './names-of-role.ts'
import { filesBelow, isMapping } from './yaml-files.ts'

/** Variables that the playbook's docs set to another type than their default has: any of them will do then. */
export function documentedOtherwise(checkout: string, names: Names): string[] {
  const texts = filesBelow(`${checkout}/docs`)
    .filter((path) => path.endsWith('.md'))
    .map((path) => readFileSync(path, 'utf8'))
  const examples = texts.flatMap((text) => [...text.matchAll(/^ *```ya?ml\n([^]*?)```/gm)].map(([, yaml = '']) => yaml))
  return examples.flatMap(variablesIn).flatMap(([name, value]) => {
    const [type, written] = [names.get(name) ?? '?', typeOf(value)]
    return type === '?' || written === '?' || fits(type, written, value) ? [] : [name]
  })
}

function variablesIn(yaml: string): [string, unknown][] {
  const { documents, errors } = parseAsAnsible(yaml)
  const value: unknown = errors.length > 0 ? undefined : documents[0]?.toJS({ maxAliasCount: -1 })
  return isMapping(value) ? Object.entries(value) : []
}

function fits(type: VariableType, written: VariableType, value: unknown): boolean {
  const isCollection = ['l', 'c', 'm'].includes(written)
  if (type === 'c') return isCollection
  if (type === 'l') return written === 'l' || written === 'c'
  if (type === 's') return !isCollection
  return type === written || (type === 'n' && /^-?\d+(\.\d+)?$/.test(String(value)))
}
