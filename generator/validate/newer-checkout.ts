import { elementVariables } from '../dialects/element-variables.ts'
import { dialects, newestRelease } from '../dialects/releases.ts'
import { translate } from '../dialects/judge-name.ts'
import { type PlaybookNames, releaseNames } from '../dialects/playbook-names.ts'
import { policyVariables } from '../dialects/policy-variables.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { placeOf } from './place-of.ts'
import { error } from './problem.ts'
import type { Checked } from './rules.ts'

/** Warnings about a checkout that is newer than our lists: variables of this file that it renamed or removed. */
export const newerCheckoutRules: ((checked: Checked) => Diagnostic[])[] = [wordsAreRendered]

/** How a playbook is newer than our lists; undefined: nothing shows that it is. */
export function newerThan({ refused, validatedVersion }: PlaybookNames): string | undefined {
  const { validatedVersion: ours } = dialects[newestRelease]
  const isNewer = refused !== undefined || (validatedVersion ?? '') > (ours ?? '')
  return isNewer ? `newer than this registrar, which knows releases up to ${newestRelease}` : undefined
}

/** Our newest release's name for a variable. */
export function newestName(name: string): string {
  return translate(name, releaseNames(newestRelease))?.to ?? name
}

/** Every vars.yml has these. */
const always = ['matrix_domain', 'matrix_homeserver_implementation']

function wordsAreRendered({ source, document, config, playbook }: Checked): Diagnostic[] {
  const { refused = new Map<string, string | undefined>() } = playbook
  const rendered = new Set(Object.keys(policyVariables(config, playbook)))
  const element = Object.keys(elementVariables(config))
  const isOurs = (name: string) => rendered.has(translate(name, playbook)?.to ?? '') || element.includes(name)
  return [...refused.keys()].flatMap((name) => {
    const to = translate(name, playbook)?.to
    if (isOurs(name) && to !== undefined)
      return [problem(`calls ${name} ${to}, and so do the rendered files`, 'A newer registrar may know more about it.')]
    const stillWorks =
      'A newer registrar may support this playbook. Until then do not run the playbook with this vars.yml; accounts can be managed as before.'
    return always.includes(name) || isOurs(name)
      ? [problem(`no longer takes ${name}, which is rendered`, stillWorks)]
      : []
  })

  function problem(what: string, hint: string): Diagnostic {
    const place = placeOf(source, document, ['deployment', 'checkout'])
    const message = `The playbook's ${playbook.of} is ${newerThan(playbook)}: it ${what}.`
    return { ...error('unsupported-release', place, message, hint), severity: 'warning' }
  }
}
