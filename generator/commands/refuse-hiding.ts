import { AppError } from '../errors/app-error.ts'
import { hidingOf } from '../checkout/hidden-file.ts'

/** Throws an AppError where a new file in the directory of a host's variables would hide the operator's own from Ansible. */
export function refuseHiding(host: string, hostVars: string): void {
  const hiding = hidingOf(host, hostVars)
  if (hiding === undefined) return
  const { what, how } = hiding
  throw new AppError('hidden-file', `${what} Nothing was written.`, { hint: `${how}, then run this again.` })
}
