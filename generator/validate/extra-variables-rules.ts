import { findDeadly } from '../dialects/find-deadly.ts'
import { explainVerdict } from '../dialects/explain-verdict.ts'
import { judgeName } from '../dialects/judge-name.ts'
import { replaceable } from '../dialects/mas-variables.ts'
import { frontVariables, policyVariables } from '../dialects/policy-variables.ts'
import { isSecretReference, referencesIn } from '../dialects/secret-reference.ts'
import { findUnread, validatedVersionVariable } from '../dialects/validated-version.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { placeOf, placeOfKey } from './place-of.ts'
import { error } from './problem.ts'
import type { Checked } from './rules.ts'

/** Rules for `extra_vars`: variables that nothing reads, that contradict the rest, or that keep a server from starting. */
export const extraVariablesRules: ((checked: Checked) => Diagnostic[])[] = [
  extraVariablesExist,
  extraVariablesAgree,
  extraVariablesStart,
  changesAreRead,
  referencesAreValid,
]

/** Most suggestions, since each compares some thousand names. */
const mostSuggested = 100

function extraVariablesExist({ source, document, config, playbook }: Checked): Diagnostic[] {
  const names = Object.keys(config.extra_vars ?? {})
  if (names.length === 0) return []
  return names.flatMap((name, index) => {
    const place = placeOfKey(source, document, ['extra_vars'], name)
    if (!/^[A-Za-z_]\w*$/.test(name))
      return [
        error(
          'unknown-variable',
          place,
          `${JSON.stringify(name)} cannot be a variable's name.`,
          'Names have letters, digits and underscores.',
        ),
      ]
    const found = explainVerdict(name, judgeName(name, playbook, index < mostSuggested), playbook.of)
    return found ? [error(found.code, place, found.message, found.hint)] : []
  })
}

/** Variables that the rest of the host file sets. */
function extraVariablesAgree({ source, document, config, playbook }: Checked): Diagnostic[] {
  const fixed = {
    matrix_domain: config.domain,
    matrix_homeserver_implementation: config.homeserver,
    matrix_client_element_enabled: undefined,
    ...frontVariables(config),
  }
  const ours: Record<string, unknown> = { ...fixed, ...policyVariables(config, playbook) }
  const { id } = config.access?.client ?? {}
  const isEnough = (name: string, value: unknown) =>
    id !== undefined && replaceable.includes(name) && JSON.stringify(value).includes(id)
  return Object.entries(config.extra_vars ?? {})
    .filter(
      ([name, value]) => name in ours && !isEnough(name, value) && JSON.stringify(value) !== JSON.stringify(ours[name]),
    )
    .map(([name]) => {
      const hint =
        id !== undefined && replaceable.includes(name)
          ? `Leave it out, or let it have the client ${id} of access.client too (in policy.data.admin_clients, and among the clients).`
          : 'Leave it out, and change the key of the host file: domain, homeserver, authority, web, registration, email or discovery.'
      return error(
        'contradicting-variable',
        placeOfKey(source, document, ['extra_vars'], name),
        `${name} contradicts the rest of this file, which sets it, too.`,
        hint,
      )
    })
}

/** A mapping with the one key of a reference is one, so it has to be a valid one. */
function referencesAreValid({ source, document, config }: Checked): Diagnostic[] {
  return referencesIn(config.extra_vars ?? {}, ['extra_vars'])
    .filter(({ value }) => !isSecretReference(value))
    .map(({ path, value }) =>
      error(
        'invalid-value',
        placeOf(source, document, path),
        `${path.join('.')} looks like a secret reference, but the value of ${Object.keys(value).join()} is not valid.`,
        'Write { env: NAME }, { file: PATH }, { command: [PROGRAM, ARGUMENT] } or { ansible_var: NAME }. If the playbook itself wants such a mapping, write it into your own file next to vars.yml.',
      ),
    )
}

function changesAreRead({ source, document, config, playbook }: Checked): Diagnostic[] {
  const written = config.extra_vars?.[validatedVersionVariable]
  const unread = written === undefined ? undefined : findUnread(written, playbook)
  return unread
    ? [
        error(
          'unread-changes',
          placeOfKey(source, document, ['extra_vars'], validatedVersionVariable),
          unread.message,
          unread.hint,
        ),
      ]
    : []
}

function extraVariablesStart({ source, document, config, playbook }: Checked): Diagnostic[] {
  const extra = config.extra_vars ?? {}
  const policy = policyVariables(config, playbook)
  const values = { matrix_homeserver_implementation: config.homeserver, ...policy, ...extra }
  const deadly = findDeadly(values).filter(({ name }) => name in extra && !(name in policy))
  return deadly.map(({ code, name, message, instead }) =>
    error(code, placeOfKey(source, document, ['extra_vars'], name), message, instead),
  )
}
