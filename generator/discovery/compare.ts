import type { Check } from './check.ts'
import { withoutSlashes } from './check-base-url.ts'
import { error, type Problem } from './problem.ts'

/** What discovery should give by the host file, and where the host file says so. */
export interface Meant {
  file: string
  /** The name under which the homeserver is reached. */
  address: string
  /** The same for other servers, with the port. */
  server: string
}

/** The checks, with the differences from the host file. */
export function compareWith({ file, address, server }: Meant, checks: Check[]): Check[] {
  return checks.map((check) => {
    if (check.name === 'client') return compare(check, `https://${address}`, withoutSlash)
    return check.name === 'server' && check.problems.length === 0 ? compare(check, server, withPort) : check
  })

  function compare(check: Check, meant: string, normal: (text: string) => string): Check {
    const { found } = check
    if (found === undefined || !/^\S+$/.test(found) || normal(found) === normal(meant)) return check
    return { ...check, problems: [...check.problems, differs(check.url, found, meant)] }
  }

  function differs(url: string, found: string, meant: string): Problem {
    return error(
      'differs-from-host-file',
      `${url} says ${found}, but ${file} expects ${meant}.`,
      `Correct the file that is served; or, if it is right, say so in ${file}: discovery: { served_by: ..., address: ..., federation_port: ... }`,
    )
  }
}

function withoutSlash(address: string): string {
  return withoutSlashes(address).toLowerCase()
}

function withPort(server: string): string {
  return (/:\d+$/.test(server) ? server : `${server}:8448`).toLowerCase()
}
