import type { Check } from './check.ts'
import { propertyOf } from './property-of.ts'
import { fetchJson } from './fetch-json.ts'
import type { Get } from './get.ts'
import { type Problem, warning } from './problem.ts'

/** Whom to write to (client-server API, "GET /.well-known/matrix/support"). Nobody has to serve it, so nothing here is an error. */
export async function checkSupport(hostname: string, get: Get): Promise<Check> {
  const url = `https://${hostname}/.well-known/matrix/support`
  const { data, status, problems } = await fetchJson(url, { get, by: 'browsers' })
  const check = { name: 'support', url }
  if (status === 404) return { ...check, found: 'not there, which is allowed', problems: [] }
  if (data === undefined) return { ...check, problems: problems.map(asWarning) }
  return { ...check, problems: [...problems.map(asWarning), ...checkShape(data, url)] }
}

function checkShape(data: unknown, url: string): Problem[] {
  const contacts = propertyOf(data, 'contacts')
  if (contacts === undefined && propertyOf(data, 'support_page') === undefined)
    return [
      warning('wrong-shape', `${url} has neither contacts nor a support_page.`, 'Add one of them, or remove the file.'),
    ]
  const reachable = (contact: unknown) =>
    typeof propertyOf(contact, 'role') === 'string' &&
    ['matrix_id', 'email_address'].some((key) => typeof propertyOf(contact, key) === 'string')
  if (contacts === undefined || (Array.isArray(contacts) && contacts.every(reachable))) return []
  return [
    warning(
      'wrong-shape',
      `${url} has a contact that lacks a role, or has neither a matrix_id nor an email_address.`,
      'Write each as {"role": "m.role.admin", "matrix_id": "@alice:example.com"}.',
    ),
  ]
}

function asWarning(problem: Problem): Problem {
  return { ...problem, severity: 'warning' }
}
