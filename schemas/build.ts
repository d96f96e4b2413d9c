import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'
import { compile, type JSONSchema } from 'json-schema-to-typescript'
import { codes } from '../generator/errors/codes.ts'

/** Makes all that is generated from schemas/ and from the error codes: `npm run schema`. */
export interface Schema {
  [keyword: string]: unknown
  $ref?: string
  type?: string | string[]
  description?: string
  /** What to write, where the description does not say it well. */
  $comment?: string
  properties?: Record<string, Schema>
  required?: string[]
  oneOf?: Schema[]
  items?: Schema
  const?: unknown
  enum?: unknown[]
  title?: string
}

const directory = import.meta.dirname
const header = 'Made from schemas/ by "npm run schema"; do not edit.'

/** What is generated, by its path from the top level. */
export async function generated(): Promise<Record<string, string>> {
  const schema = inline(readSchema('host.schema.json'))
  const usersFile = inline(readSchema('users-file.schema.json'))
  return {
    'generator/generated/host-config.ts': await types(schema),
    'generator/generated/validate-host.js': await validator({
      validateHost: schema,
      validateUsersFile: usersFile,
      validateSecretReference: readSchema('defs/secret-reference.schema.json'),
    }),
    'generator/generated/validate-host.d.ts': `// ${header}\nimport type { ErrorObject } from 'ajv'\nimport type { HostConfig, SecretReference } from './host-config.ts'\n\ntype Check<T> = ((data: unknown) => data is T) & { errors?: ErrorObject[] | null }\n\nexport const validateHost: Check<HostConfig>\nexport const validateUsersFile: Check<Required<Pick<HostConfig, 'users'>>>\nexport const validateSecretReference: Check<SecretReference>\n`,
    'generator/generated/schema-facts.ts': facts(schema),
    'schemas/README.md': optionTable(schema),
    'schemas/ERRORS.md': errorReference(),
  }
}

function readSchema(path: string): Schema {
  return JSON.parse(readFileSync(join(directory, path), 'utf8')) as Schema
}

/** The schema with every reference to another file replaced by what stands there. */
function inline(schema: Schema): Schema {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    const { $ref, ...rest } = value as Schema
    if ($ref) {
      const { $schema: _schema, $id: _id, ...target } = readSchema($ref.startsWith('defs/') ? $ref : `defs/${$ref}`)
      return walk(target)
    }
    return Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, walk(item)]))
  }
  return walk(schema) as Schema
}

function types(schema: Schema): Promise<string> {
  return compile(structuredClone(schema) as JSONSchema, 'HostConfig', {
    bannerComment: `// ${header}`,
    style: { semi: false, singleQuote: true, printWidth: 140 },
    additionalProperties: false,
  })
}

/** A module with a function for each schema, by the names given. */
async function validator(schemas: Record<string, Schema>): Promise<string> {
  const ajv = new Ajv2020({
    allErrors: true,
    discriminator: true,
    allowUnionTypes: true,
    strictTypes: false,
    code: { source: true, esm: true },
    schemas: Object.values(schemas),
  })
  const code = standaloneCode.default(
    ajv,
    Object.fromEntries(Object.entries(schemas).map(([name, { $id }]) => [name, String($id)])),
  )
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: directory },
    bundle: true,
    format: 'esm',
    write: false,
    banner: { js: `// ${header}` },
  })
  return outputFiles[0]?.text ?? ''
}

function facts(schema: Schema): string {
  const booleans = new Set<string>()
  const kindsOf: Record<string, string[]> = {}
  const patterns: Record<string, string> = {}
  const examples: Record<string, string> = {}
  walkProperties(schema, '', (path, property) => {
    const name = path.split('.').at(-1) ?? path
    if ([property.type].flat().includes('boolean')) booleans.add(path)
    if (property.oneOf) kindsOf[name] = property.oneOf.map(({ properties }) => String(properties?.['kind']?.const))
    if (property['pattern'] ?? property.items?.['pattern'])
      patterns[path] = property.$comment ?? `Expected: ${lower(property.description ?? '')}`
    examples[name] ??= `${name}: ${exampleOf(property)}`
  })
  const tables = { booleanPaths: [...booleans], kindsOf, patterns, examples, keysAt: keysAt(schema, '#') }
  const lines = Object.entries(tables).map(([name, value]) => {
    const type = Array.isArray(value)
      ? 'string[]'
      : Object.values(value).some(Array.isArray)
        ? 'Record<string, string[]>'
        : 'Record<string, string>'
    return `export const ${name}: ${type} = ${JSON.stringify(value, null, 2)}\n`
  })
  return `// ${header}\n\n${lines.join('\n')}`
}

function lower(sentence: string): string {
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1)
}

function exampleOf(property: Schema): string {
  const { properties = {}, required = Object.keys(properties).slice(0, 1), items, oneOf } = property
  const example = property.const ?? (property['examples'] as unknown[] | undefined)?.[0] ?? property.enum?.[0]
  if (example !== undefined) return flowText(example)
  if (oneOf?.[0]) return exampleOf(oneOf[0])
  if (items) return `[${exampleOf(items)}]`
  const pairs = required.map((name) => `${name}: ${exampleOf(properties[name] ?? {})}`)
  return pairs.length > 0 ? `{ ${pairs.join(', ')} }` : property.type === 'boolean' ? 'true' : '...'
}

/** As in YAML's flow style. */
function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`
  if (typeof value !== 'object' || value === null)
    return /^#/.test(String(value)) ? JSON.stringify(value) : String(value)
  return `{ ${Object.entries(value)
    .map(([key, item]) => `${key}: ${flowText(item)}`)
    .join(', ')} }`
}

/** The keys of each mapping, by where its schema stands. */
function keysAt(schema: Schema, path: string): Record<string, string[]> {
  const own = schema.properties ? { [path]: Object.keys(schema.properties) } : {}
  const below = Object.entries(schema.properties ?? {}).map(([name, property]) =>
    keysAt(property, `${path}/properties/${name}`),
  )
  const branches = (schema.oneOf ?? []).map((branch, index) => keysAt(branch, `${path}/oneOf/${index}`))
  const items = schema.items ? keysAt(schema.items, `${path}/items`) : {}
  return Object.assign(own, ...below, ...branches, items) as Record<string, string[]>
}

function walkProperties(
  schema: Schema,
  prefix: string,
  visit: (path: string, property: Schema, required: boolean) => void,
): void {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    visit(prefix + name, property, schema.required?.includes(name) ?? false)
    for (const branch of [property, ...(property.oneOf ?? []), ...(property.items ? [property.items] : [])])
      walkProperties(branch, `${prefix}${name}.`, visit)
  }
}

function optionTable(schema: Schema): string {
  const rows: string[] = []
  walkProperties(schema, '', (path, property, required) => {
    const row = `| \`${path}\` | ${kindOf(property)} | ${required ? 'yes' : ''} | ${property.description ?? ''} |`
    if (!rows.includes(row)) rows.push(row)
  })
  return `<!-- ${header} -->\n\n# The host file\n\nOne file per Matrix host. Give an editor the schema with this first line:\n\n    # yaml-language-server: $schema=schemas/host.schema.json\n\n| key | value | required | what it is |\n|---|---|---|---|\n${rows.join('\n')}\n`
}

function kindOf(property: Schema): string {
  if (property.const !== undefined) return `\`${String(property.const)}\``
  if (property.enum) return property.enum.map((value) => `\`${String(value)}\``).join(' or ')
  if (property.oneOf)
    return property.oneOf.map(({ properties }) => `\`kind: ${String(properties?.['kind']?.const)}\``).join(' or ')
  if (property.type === 'object') return 'mapping'
  return [property.type].flat().join(' or ')
}

function errorReference(): string {
  const sections = Object.entries(codes).map(
    ([code, { title, explanation }]) => `## ${code}\n\n**${title}.** ${explanation}\n`,
  )
  return `<!-- ${header} -->\n\n# What registrar says about a host file\n\n${sections.join('\n')}`
}

if (process.argv[1] === import.meta.filename) {
  for (const [path, content] of Object.entries(await generated())) {
    mkdirSync(join(directory, '..', path, '..'), { recursive: true })
    writeFileSync(join(directory, '..', path), content)
  }
}
