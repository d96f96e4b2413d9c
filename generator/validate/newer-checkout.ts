import { elementVariables } from '../dialects/element-variables.ts'
import { dialects, newestRelease } from '../dialects/releases.ts'
import { translate } from '../dialects/judge-name.ts'
import { type KnownNames, releaseNames } from '../dialects/known-names.ts'
import { policyVariables } from '../dialects/policy-variables.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { placeOf } from './place-of.ts'
import { error } from './problem.ts'
import type { Checked } from './rules.ts'

/** What to know of a checkout that is newer than our lists: which words of this file it calls otherwise, or takes no longer. */
export const newerCheckoutRules: ((checked: Checked) => Diagnostic[])[] = [wordsAreRendered]

/** Says that a playbook is newer than our lists; undefined: nothing tells. */
export function newerThan({ refused, validatedVersion }: KnownNames): string | undefined {
  const { validatedVersion: ours } = dialects[newestRelease]
  const isNewer = refused !== undefined || (validatedVersion ?? '') > (ours ?? '')
  return isNewer ? `newer than this registrar, which knows releases up to ${newestRelease}` : undefined
}

/** What the newest release that we know calls a name of ours. */
export function newestName(name: string): string {
  return translate(name, releaseNames(newestRelease))?.to ?? name
}

/** Every vars.yml has these. */
const always = ['matrix_domain', 'matrix_homeserver_implementation']

function wordsAreRendered({ source, document, config, known }: Checked): Diagnostic[] {
  const { refused = new Map<string, string | undefined>() } = known
  const rendered = new Set(Object.keys(policyVariables(config, known)))
  const element = Object.keys(elementVariables(config))
  const isOurs = (name: string) => rendered.has(translate(name, known)?.to ?? '') || element.includes(name)
  return [...refused.keys()].flatMap((name) => {
    const to = translate(name, known)?.to
    if (isOurs(name) && to !== undefined)
      return [told(`calls ${name} ${to}, which is what is rendered`, 'A newer registrar may know more of that.')]
    const stillWorks =
      'A newer registrar may know how it is said now. Until then do not run the playbook with this vars.yml; accounts can be managed as before.'
    return always.includes(name) || isOurs(name) ? [told(`no longer takes ${name}, which is rendered`, stillWorks)] : []
  })

  function told(what: string, hint: string): Diagnostic {
    const place = placeOf(source, document, ['deployment', 'checkout'])
    const message = `The playbook's ${known.of} is ${newerThan(known)}: it ${what}.`
    return { ...error('unsupported-release', place, message, hint), severity: 'warning' }
  }
}
