import { refuse } from './refusal.ts'
import { prefix, type Resource } from './resources.ts'
import { isUlid } from './ulid.ts'

/** A query of a list: filters by their names without `filter[...]`, and the page. */
export interface Query {
  filters: Record<string, string>
  page: { before?: string | undefined; after?: string | undefined; count: number; isBackward: boolean }
  includeCount: 'true' | 'false' | 'only'
}

/** What MAS can read each filter as; whatever else is text. */
const filterReaders: Record<string, (text: string) => string | undefined> = {
  status: () => undefined,
  user: ulidProblem,
  client: ulidProblem,
  actor_user: ulidProblem,
  ...Object.fromEntries(
    ['admin', 'legacy-guest', 'used', 'revoked', 'expired', 'valid'].map((name) => [name, booleanProblem]),
  ),
}

export const readQuery = (search: URLSearchParams, statuses: readonly string[]): Query => {
  const parameter = (name: string) => search.get(name) ?? undefined
  const [first, last] = [readCount(parameter('page[first]'), 'first'), readCount(parameter('page[last]'), 'last')]
  if (first && last) refuse(400, 'Cannot specify both `page[first]` and `page[last]` parameters')
  const includeCount = parameter('count') ?? 'true'
  if (!isIncludeCount(includeCount))
    return refuseQuery('pagination', 'count', oneOf(includeCount, ['true', 'false', 'only']))
  const [before, after] = (['page[before]', 'page[after]'] as const).map((name) => {
    const problem = ulidProblem(parameter(name) ?? '0'.repeat(26))
    return problem ? refuseQuery('pagination', name, problem) : parameter(name)
  })
  return {
    filters: readFilters(search, statuses),
    page: { before, after, count: first ?? last ?? 10, isBackward: last !== undefined },
    includeCount,
  }
}

const readFilters = (search: URLSearchParams, statuses: readonly string[]): Record<string, string> => {
  const filters: Record<string, string> = {}
  for (const [parameter, value] of search) {
    const name = /^filter\[(.+)\]$/.exec(parameter)?.[1]
    if (!name) continue
    const problem =
      name === 'status' && !statuses.includes(value) ? oneOf(value, statuses) : filterReaders[name]?.(value)
    if (problem) refuseQuery('filter', parameter, problem)
    filters[name] = value
  }
  return filters
}

const readCount = (text: string | undefined, end: 'first' | 'last'): number | undefined => {
  if (text === undefined) return undefined
  const count = Number(text)
  if (count === 0) refuseQuery('pagination', `page[${end}]`, 'invalid value: integer `0`, expected a nonzero usize')
  if (!/^\d+$/.test(text)) refuseQuery('pagination', `page[${end}]`, 'invalid digit found in string')
  return count
}

const isIncludeCount = (text: string): text is Query['includeCount'] => ['true', 'false', 'only'].includes(text)

function ulidProblem(text: string): string | undefined {
  if (text.length !== 26) return 'invalid length'
  return isUlid(text.toUpperCase()) ? undefined : 'invalid character'
}

function booleanProblem(text: string): string | undefined {
  return text === 'true' || text === 'false' ? undefined : 'provided string was not `true` or `false`'
}

const oneOf = (text: string, names: readonly string[]): string => {
  const quoted = names.map((name) => `\`${name}\``)
  return `unknown variant \`${text}\`, expected ${names.length === 2 ? quoted.join(' or ') : `one of ${quoted.join(', ')}`}`
}

/** MAS tells the cause, and the cause of the cause, which say the same. */
const refuseQuery = (kind: 'filter' | 'pagination', name: string, problem: string): never => {
  const cause = `${name}: ${problem}`
  return refuse(400, `Invalid ${kind} parameters`, `Failed to deserialize query string: ${cause}`, cause, cause)
}

/**
 * A page of `resources`, which are in the order of their ids. `names` are the filters' in the order of MAS's links, in
 * which nothing is percent-encoded.
 */
export const paginate = (
  collection: string,
  resources: readonly Resource[],
  names: readonly string[],
  { filters, page, includeCount }: Query,
) => {
  const asked = names.flatMap((name) => {
    const value = filters[/^filter\[(.+)\]$/.exec(name)?.[1] ?? '']
    return value === undefined ? [] : [`${name}=${value}`]
  })
  const link = (...more: string[]) => {
    const count = includeCount === 'true' ? [] : [`count=${includeCount}`]
    const words = [...asked, ...count, ...more]
    return `${prefix}/${collection}${words.length > 0 ? '?' : ''}${words.join('&')}`
  }
  const meta = { count: resources.length }
  if (includeCount === 'only') return { meta, links: { self: link() } }

  const { before, after, count, isBackward } = page
  const range = resources.filter(({ id }) => (!after || id > after) && (!before || id < before))
  const edges = isBackward ? range.slice(-count) : range.slice(0, count)
  const size = `page[${isBackward ? 'last' : 'first'}]=${count}`
  const cursor = (end: 'before' | 'after', id: string | undefined) => (id ? [`page[${end}]=${id}`] : [])
  const more = isBackward
    ? { prev: link(...cursor('before', edges[0]?.id), ...cursor('after', undefined), size) }
    : { next: link(...cursor('after', edges.at(-1)?.id), size) }
  return {
    ...(includeCount === 'true' && { meta }),
    data: edges.map((edge) => ({ ...edge, meta: { page: { cursor: edge.id } } })),
    links: {
      self: link(...cursor('before', before), ...cursor('after', after), size),
      first: link(`page[first]=${count}`),
      last: link(`page[last]=${count}`),
      ...(range.length > edges.length && more),
    },
  }
}
