import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

import type { Answer, BodyProblem } from './answer.ts'

/** test/fixtures/mas-admin-api.json: MAS's own description of its Admin API (OpenAPI 3.1), which says its source and date. */
interface Document {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, { properties?: Record<string, unknown> }> }
}

interface Operation {
  parameters?: { name: string; in: 'query' | 'path'; schema: { type?: string } }[]
  requestBody?: { required?: boolean; content: { 'application/json': { schema: { $ref: string } } } }
  responses: Record<string, { content?: { 'application/json': { schema: { $ref: string } } } }>
}

/** An operation of the document that a request is for. */
export interface Match {
  /** Such as `POST /users/{id}/lock`. */
  name: string
  operation: Operation
  params: Record<string, string>
}

const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/mas-admin-api.json'), 'utf8'),
) as Document

const prefix = '/api/admin/v1'

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

/** The other formats are either implied by the type, or refused by MAS in its own way. */
const formats = {
  'date-time': dateTime,
  email: true,
  ip: true,
  uint: true,
  uint32: true,
  uint8: true,
  uri: true,
} as const

const ajv = new Ajv2020({ strict: false, formats })
ajv.addSchema(document, 'mas')

/** `GET /users` and so on: every operation that is described. */
export const operationNames: string[] = Object.entries(document.paths).flatMap(([path, operations]) =>
  Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.slice(prefix.length)}`),
)

const patterns = Object.keys(document.paths).map((path) => ({
  path,
  pattern: new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}))

/** Paths without parameters are asked before those with. */
export const findOperation = (method: string, path: string): Match | 'unknown path' | 'other method' => {
  const matching = patterns
    .filter(({ pattern }) => pattern.test(path))
    .sort((a, b) => a.path.split('{').length - b.path.split('{').length)
  for (const { path: template, pattern } of matching) {
    const operation = document.paths[template]?.[method.toLowerCase()]
    if (!operation) continue
    const params = Object.entries(pattern.exec(path)?.groups ?? {}).map(([name, value]) => [
      name,
      decodeURIComponent(value),
    ])
    return {
      name: `${method} ${template.slice(prefix.length)}`,
      operation,
      params: Object.fromEntries(params) as Record<string, string>,
    }
  }
  return matching.length > 0 ? 'other method' : 'unknown path'
}

/** The names of the query's parameters, in the order in which MAS repeats them in its links. */
export const queryNames = ({ operation }: Match): string[] =>
  (operation.parameters ?? []).filter((parameter) => parameter.in === 'query').map(({ name }) => name)

/** What is wrong with a body, as MAS's own reader (serde) would find it, or undefined. */
export const bodyProblem = ({ operation }: Match, body: unknown): BodyProblem | undefined => {
  const validate = bodySchema(operation)
  if (!validate || validate(body)) return undefined
  const [error] = validate.errors ?? []
  if (error?.keyword === 'required') return { text: `missing field \`${error.params['missingProperty']}\`` }
  const field = error?.instancePath.slice(1).split('/')[0]
  return { text: field ? `${field}: ${error?.message}` : `${error?.message}` }
}

const bodySchema = ({ requestBody }: Operation): ValidateFunction | undefined => {
  const reference = requestBody?.content['application/json'].schema.$ref
  return reference ? validator(reference) : undefined
}

/** Keys that nothing describes: MAS ignores them, so they are mistakes that nobody would see. */
export const unknownKeys = ({ operation }: Match, body: unknown): string[] => {
  const name = operation.requestBody?.content['application/json'].schema.$ref.split('/').at(-1) ?? ''
  const known = Object.keys(document.components.schemas[name]?.properties ?? {})
  return typeof body === 'object' && body !== null ? Object.keys(body).filter((key) => !known.includes(key)) : []
}

/** What is wrong with an answer of the stand-in, or undefined. Not every refusal of MAS is described; those have one form. */
export const answerProblem = ({ operation }: Match, { status, body }: Answer): string | undefined => {
  const described = operation.responses[status]
  if (!described && status < 400) return `answers ${status}, which is not described`
  const reference = described
    ? described.content?.['application/json'].schema.$ref
    : '#/components/schemas/ErrorResponse'
  if (!reference) return body === undefined ? undefined : `answers ${status} with a body`
  if (typeof body === 'string') return undefined
  const validate = validator(reference)
  return validate(body) ? undefined : `answers ${status} with ${ajv.errorsText(validate.errors)}`
}

const validator = (reference: string): ValidateFunction => {
  const validate = ajv.getSchema(`mas${reference}`)
  if (!validate) throw new Error(`no ${reference} in mas-admin-api.json`)
  return validate
}
