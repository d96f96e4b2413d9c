import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { isMap } from 'yaml'
import type { Source } from '../load/source.ts'
import { checkoutNames } from './checkout-names.ts'

/** A host file with the names that the checkout of its playbook defines, where that is there: they count, whatever release it is. */
export function withCheckout(source: Source): Source {
  const checkout = isMap(source.document?.contents) ? source.document.getIn(['deployment', 'checkout']) : undefined
  if (typeof checkout !== 'string') return source
  const directory = resolve(dirname(source.file), checkout)
  return existsSync(join(directory, 'roles'))
    ? { ...source, playbook: { ...checkoutNames(directory), of: `checkout ${checkout}` } }
    : source
}
