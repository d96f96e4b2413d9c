import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../schemas/output.schema.json'), 'utf8'),
) as object

const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(closed(schema) as object)

/** The schema, in which each object has no other keys than those that are described. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed)
  if (typeof value !== 'object' || value === null) return value
  const all = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, closed(item)]))
  return 'properties' in all && 'required' in all ? { ...all, additionalProperties: false } : all
}

/** What a program that reads this output would be surprised by. */
export function faultsOf(stdout: string): string[] {
  return validate(JSON.parse(stdout))
    ? []
    : (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`)
}

/** Every test that asks for JSON checks it, whatever else it is about. */
export function checkDocument(words: string[], stdout: string): void {
  const isDocument = words.includes('--json') || /--(output|format) json/.test(words.join(' '))
  if (!isDocument || stdout === '') return
  const faults = faultsOf(stdout)
  if (faults.length > 0)
    throw new Error(`Not as schemas/output.schema.json has it: ${faults.join('; ')}\n${stdout.slice(0, 2000)}`)
}
