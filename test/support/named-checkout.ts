import { env } from 'node:process'
import { commitOf } from '../../build/release/history.ts'
import { dialects, type Release, releases } from '../../generator/dialects/releases.ts'

/** The release whose tables were made from a checkout; undefined: none was. */
export function releaseOf(checkout: string): Release | undefined {
  const date = commitOf(checkout)?.date
  return releases.find((release) => dialects[release].date === date)
}

/** The checkout of the playbook that REGISTRAR_MDAD names, when it is of this release. */
export function checkoutOf(release: Release): string | undefined {
  const checkout = env['REGISTRAR_MDAD']
  return checkout && releaseOf(checkout) === release ? checkout : undefined
}
