import type { ErrorObject } from 'ajv'
import { examples, keysAt, kindsOf, patterns } from '../generated/schema-facts.ts'

/** What the schema expects, in words. */
export const expected = {
  /** The keys of the mapping whose "additionalProperties" an error of ajv names. */
  keys(schemaPath: string): string[] {
    return keysAt[schemaPath.replace(/\/(additional|unevaluated|min|max)Properties$/, '')] ?? []
  },

  /** The mappings that have a key of this name, as `connection.become`; the file itself is ''. */
  homes(key: string): string[] {
    const paths = Object.entries(keysAt).flatMap(([path, keys]) =>
      keys.includes(key) && !keys.includes('ansible_var')
        ? [path.replaceAll(/^#|\/(properties|items|oneOf\/\d+)/g, '')]
        : [],
    )
    return [...new Set(paths)].map((path) => path.slice(1).replaceAll('/', '.'))
  },

  kinds(key: string): string[] {
    return kindsOf[key] ?? []
  },

  example(key: string): string {
    return examples[key] ?? `${key}: ...`
  },

  value(path: string[], error: ErrorObject): string {
    if (/^(min|max)Properties$/.test(error.keyword))
      return `Write exactly one of: ${this.keys(error.schemaPath).join(', ')}.`
    const words = wording[error.keyword]
    const pattern = patterns[path.filter((key) => !/^\d+$/.test(key)).join('.')]
    return error.keyword === 'pattern' && pattern
      ? pattern
      : (words?.(error.params, path.at(-1)) ?? `It ${error.message ?? 'is not allowed'}.`)
  },
}

const wording: Record<string, (params: Record<string, unknown>, key?: string) => string> = {
  const: ({ allowedValue }) => `Write ${JSON.stringify(allowedValue)}.`,
  enum: ({ allowedValues }) => `Write one of: ${(allowedValues as unknown[]).join(', ')}.`,
  type: ({ type }, key = '') => {
    const types = [type].flat().map(String)
    const words = types.map((name) => typeNames[name] ?? name).join(' or ')
    const form = types.some((name) => ['array', 'object'].includes(name)) ? examples[key] : undefined
    return form === undefined ? `Write ${words}.` : `Write ${words}: ${form}`
  },
  minimum: ({ limit }) => `Write a number of at least ${String(limit)}.`,
  exclusiveMinimum: ({ limit }) => `Write a number greater than ${String(limit)}.`,
  maximum: ({ limit }) => `Write a number of at most ${String(limit)}.`,
  maxLength: ({ limit }) => `Write at most ${String(limit)} characters.`,
  minLength: () => 'Write at least one character.',
  minItems: () => 'Write at least one entry.',
}

const typeNames: Record<string, string> = {
  object: 'a mapping',
  array: 'a list',
  string: 'text, in quotes if it looks like a number',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
}
