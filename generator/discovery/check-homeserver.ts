import type { Check } from './check.ts'
import { fetchJson } from './fetch-json.ts'
import { named } from './foreign-text.ts'
import type { Get } from './get.ts'
import { error, type Problem } from './problem.ts'
import { propertyOf } from './property-of.ts'

/** The homeserver that a client file names: its list of versions, which clients read first. */
export async function checkHomeserver(address: string, get: Get): Promise<Check> {
  const url = `${address}/_matrix/client/versions`
  const { data, status, problems } = await fetchJson(url, { get, by: 'browsers' })
  const check = { name: 'homeserver', url }
  const newest = newestVersion(data)
  if (newest !== undefined) return { ...check, found: `Matrix ${named(newest)}`, problems }
  if (data === undefined && !isOfSomethingElse(status, problems)) return { ...check, problems }
  return {
    ...check,
    problems: [
      error(
        'not-a-homeserver',
        `No homeserver answers at ${address}.`,
        `Correct base_url in the client file; or the reverse proxy of ${new URL(url).host} does not pass /_matrix on.`,
      ),
    ],
  }
}

function newestVersion(data: unknown): string | undefined {
  const versions = propertyOf(data, 'versions')
  const last: unknown = Array.isArray(versions) ? versions.at(-1) : undefined
  return typeof last === 'string' ? last : undefined
}

/** Whether the answer shows that the path is unknown there, or another web page. */
export function isOfSomethingElse(status: number | undefined, problems: Problem[]): boolean {
  return (
    status === 404 ||
    status === 405 ||
    status === 410 ||
    (status === 200 && problems.some(({ code }) => code === 'html' || code === 'not-json'))
  )
}
