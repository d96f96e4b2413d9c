import { isKnown } from '../dialects/judge-name.ts'
import { missingAccessVariables, policyVariables } from '../dialects/policy-variables.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { discoveryRules } from './discovery-rules.ts'
import { emailRules } from './email-rules.ts'
import { extraVariablesRules } from './extra-variables-rules.ts'
import { placeOf, placeOfKey } from './place-of.ts'
import { error } from './problem.ts'
import { registrationRules } from './registration-rules.ts'
import { newerCheckoutRules, newerThan, newestName } from './newer-checkout.ts'
import type { Checked } from './rules.ts'
import { webRules } from './web-rules.ts'

/** What keeps a server from starting, has no effect, or is dangerous: reported before anything is rendered. */
export const policyRules: ((checked: Checked) => Diagnostic[])[] = [
  policyIsThePlaybooks,
  ...registrationRules,
  ...emailRules,
  ...discoveryRules,
  ...webRules,
  playbookCan,
  ...newerCheckoutRules,
  adminApiIsReachable,
  ...extraVariablesRules,
]

function policyIsThePlaybooks({ source, document, config }: Checked): Diagnostic[] {
  if (config.deployment?.kind !== 'native') return []
  const keys = (['registration', 'email', 'extra_vars'] as const).filter((key) => config[key] !== undefined)
  const hint = "Leave it out, and set it in the homeserver's own configuration."
  return keys.map((key) =>
    error(
      'conflicting-keys',
      placeOfKey(source, document, [], key),
      `${key} is rendered as variables of the playbook, which a native homeserver does not read.`,
      hint,
    ),
  )
}

/** The client's access is rendered as variables of the playbook, as far as it has them. */
function adminApiIsReachable({ source, document, config, playbook }: Checked): Diagnostic[] {
  const missing = config.access?.client ? missingAccessVariables(config, playbook) : []
  if (missing.length === 0) return []
  const hint =
    'Update the playbook; or set it in the configuration of MAS by hand: a listener with the resource adminapi, the client, and its id in policy.data.admin_clients.'
  const message = `The playbook's ${playbook.of} has no variable ${missing.join(', nor ')}, so this client is not set up as a whole.`
  return [
    {
      ...error('unknown-variable', placeOfKey(source, document, ['access'], 'client'), message, hint),
      severity: 'warning',
    },
  ]
}

/** Features that the playbook's release does not have yet, or no longer has. */
function playbookCan({ source, document, config, playbook }: Checked): Diagnostic[] {
  const unknown = Object.keys(policyVariables(config, playbook)).filter((name) => !isKnown(name, playbook))
  const place = placeOf(source, document, ['deployment', source.playbook ? 'checkout' : 'release'])
  const newer = newerThan(playbook)
  if (newer)
    return unknown.map((name) =>
      error(
        'unsupported-release',
        place,
        `The playbook's ${playbook.of} is ${newer}, and no longer takes ${newestName(name)}, which this file asks for.`,
        'A newer registrar may support this playbook. Until then remove what asks for it, or set it in a file of your own next to vars.yml; accounts and the rest of this file work as before.',
      ),
    )
  return unknown.map((name) =>
    error(
      'unsupported-release',
      place,
      `The playbook's ${playbook.of} cannot do what this file asks for: it has no ${name}.`,
      'Use a newer release of the playbook, or leave out what needs it.',
    ),
  )
}
