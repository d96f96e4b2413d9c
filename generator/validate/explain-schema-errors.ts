import type { ErrorObject } from 'ajv'
import { distance } from 'fastest-levenshtein'
import type { Document } from 'yaml'
import { homeserverLabels } from '../authorities/index.ts'
import { otherHomeservers } from '../dialects/allowed-values.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { moreThan } from '../errors/first-hundred.ts'
import { isSecretName, looksSecret } from '../errors/mask.ts'
import type { Source } from '../load/source.ts'
import { expected } from './expected.ts'
import { placeOf, placeOfKey } from './place-of.ts'

/** More mistakes than this are only counted. */
const mostExplained = 2000

/** One diagnostic for each thing that is wrong, however many of ajv's errors it makes. */
export function explainSchemaErrors(
  source: Source,
  document: Document.Parsed,
  data: unknown,
  all: ErrorObject[],
): Diagnostic[] {
  const errors = all.slice(0, mostExplained)
  const misspelt = new Set(errors.flatMap((error) => guessKey(error) ?? []))
  const meant = errors.filter(
    ({ keyword, params }) => keyword !== 'required' || !misspelt.has(String(params['missingProperty'])),
  )
  const found = meant.flatMap((error) => explain(error, { source, document, data }) ?? [])
  const seen = new Set<string>()
  const unique = found.filter((each) => !seen.has(keyOf(each)) && seen.add(keyOf(each)))
  return [...unique, ...moreThan(unique, all.length - errors.length)]
}

/** The key that an unknown key was probably meant to be. */
function guessKey({ keyword, params, schemaPath }: ErrorObject): string | undefined {
  return keyword === 'additionalProperties'
    ? closest(String(params['additionalProperty']), expected.keys(schemaPath))
    : undefined
}

interface Context {
  source: Source
  document: Document.Parsed
  data: unknown
}

function explain(error: ErrorObject, context: Context): Diagnostic | undefined {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (path.some(isSecretName)) return noReference(path, context)
  if (error.keyword === 'additionalProperties')
    return unknownKey(String(error.params['additionalProperty']), path, error, context)
  if (error.keyword === 'required') return missingKey(String(error.params['missingProperty']), path, context)
  if (error.keyword === 'discriminator') return wrongKind(path, context)
  if (error.keyword === 'oneOf') return undefined
  return wrongValue(path, error, context)
}

/** A value where a reference should be may be the secret itself: it is not shown. */
function noReference(path: string[], { source, document }: Context): Diagnostic {
  const at = path.slice(0, path.findLastIndex(isSecretName) + 1)
  return {
    code: 'invalid-value',
    severity: 'error',
    place: { ...placeOf(source, document, at), length: 1 },
    message: `${at.join('.')} is not a reference to a secret.`,
    hint: `The secret itself is not written here. ${waysToRefer}`,
  }
}

const waysToRefer = 'Write { env: NAME }, { file: PATH }, { command: [PROGRAM, ARGUMENT] } or { ansible_var: NAME }.'

function unknownKey(key: string, path: string[], error: ErrorObject, { source, document }: Context): Diagnostic {
  const keys = expected.keys(error.schemaPath)
  const guess = guessKey(error)
  const meant = guess ? `Did you mean "${guess}"?` : (homeOf(key) ?? `The keys here are: ${keys.join(', ')}.`)
  return {
    code: 'unknown-key',
    severity: 'error',
    place: placeOfKey(source, document, path, key),
    message: `"${looksSecret(key) ? '[secret]' : key}" is not a key ${path.length ? `of ${path.join('.')}` : 'of a host file'}.`,
    hint: `${meant}${isSecretName(key) ? ` Secrets are never written here; each is a reference. ${waysToRefer}` : ''}`,
  }
}

/** Where such a key belongs, if that is clear: the right key in the wrong mapping is mostly a matter of indentation. */
function homeOf(key: string): string | undefined {
  const homes = expected.homes(key)
  if (homes.length === 0 || homes.length > 2) return undefined
  return homes.includes('')
    ? 'It is a key of the file itself: write it without indentation.'
    : `It is a key of ${homes.join(' and of ')}: write it there.`
}

function missingKey(key: string, path: string[], { source, document }: Context): Diagnostic {
  const place = placeOf(source, document, path)
  return {
    code: 'missing-key',
    severity: 'error',
    place: { ...place, length: 1 },
    message: `${path.length ? `${path.join('.')} has` : 'There is'} no "${key}".`,
    hint:
      key === 'kind'
        ? `It is one of: ${expected.kinds(path.at(-1) ?? '').join(', ')}.`
        : `Add it: ${expected.example(key)}`,
  }
}

function wrongKind(path: string[], { source, document, data }: Context): Diagnostic {
  const value = valueAt(data, [...path, 'kind'])
  const kinds = expected.kinds(path.at(-1) ?? '')
  const guess = closest(String(value), kinds)
  return {
    code: value === undefined ? 'missing-key' : 'invalid-value',
    severity: 'error',
    place: { ...placeOf(source, document, [...path, 'kind']), ...(value === undefined ? { length: 0 } : {}) },
    message: value === undefined ? `${path.join('.')} has no "kind".` : `${path.join('.')}.kind is ${show(value)}.`,
    hint: guess ? `Did you mean "${guess}"?` : `It is one of: ${kinds.join(', ')}.`,
  }
}

function wrongValue(path: string[], error: ErrorObject, { source, document, data }: Context): Diagnostic {
  const value = valueAt(data, path)
  const name = path.join('.') || 'The file'
  const place = placeOf(source, document, path)
  if (path.join('.') === 'homeserver' && otherHomeservers.includes(String(value))) {
    return {
      code: 'unsupported-homeserver',
      severity: 'error',
      place,
      message: `Accounts cannot be managed on ${String(value)}: only ${homeserverLabels} can.`,
      hint: 'It has no registration interface for operators; register in a client with the registration token of its configuration.',
    }
  }
  // it may be a secret that somebody wrote in the wrong place: it is not shown
  const standsInsteadOfMapping =
    error.keyword === 'type' && [error.params['type']].flat().includes('object') && typeof value !== 'object'
  const guess =
    error.keyword === 'enum' && typeof value === 'string'
      ? closest(value, (error.params['allowedValues'] as unknown[]).map(String))
      : undefined
  return {
    code: 'invalid-value',
    severity: 'error',
    place: standsInsteadOfMapping ? { ...place, length: 0 } : place,
    message: standsInsteadOfMapping ? `${name} must be a mapping.` : `${name} is ${show(value)}.`,
    hint: guess ? `Did you mean "${guess}"?` : expected.value(path, error),
  }
}

function valueAt(data: unknown, path: string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
    data,
  )
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  if (typeof value === 'string' && looksSecret(value)) return '[secret]'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'a mapping'
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

function closest(word: string, allowed: string[]): string | undefined {
  const lower = word.toLowerCase()
  const [best] = allowed
    .filter((name) => Math.abs(name.length - lower.length) <= limitOf(name))
    .map((name) => ({ name, far: distance(lower, name) }))
    .filter(({ name, far }) => far <= limitOf(name))
    .sort((a, b) => a.far - b.far)
  return best?.name
}

function limitOf(name: string): number {
  return Math.ceil(name.length / 3)
}

/** Equal for two diagnostics with the same message at the same place. */
function keyOf({ place, message }: Diagnostic): string {
  return `${place.line}:${place.column}:${message}`
}
