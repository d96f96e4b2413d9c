import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAsAnsible } from '../../generator/variables/parse-as-ansible.ts'

export type Mapping = Record<string, unknown>

/** Every file below a directory, in the order of their names; none when it is not there. */
export function filesBelow(directory: string): string[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

export function yamlBelow(directory: string): string[] {
  return filesBelow(directory).filter((path) => /\.ya?ml$/.test(path))
}

/** What a YAML file of a role holds; tags that only Ansible knows are passed over. */
export function readYaml(path: string): unknown {
  const { documents, errors } = parseAsAnsible(readFileSync(path, 'utf8'))
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  return documents[0]?.toJS({ maxAliasCount: -1 })
}

export function readMapping(path: string): Mapping {
  const value = readYaml(path)
  return isMapping(value) ? value : {}
}

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Every text within a value, keys included. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return isMapping(value) ? [...Object.keys(value), ...Object.values(value).flatMap(textsIn)] : []
}
