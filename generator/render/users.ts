import type { UserPlan } from '../plan/host-plan.ts'
import { quoteYaml } from './yaml.ts'

/** Accounts as a host file names them, a line each. */
export function renderUsers(users: UserPlan[]): string {
  return users.length === 0 ? 'users: []\n' : `users:\n${users.map((user) => `  - ${userLine(user)}\n`).join('')}`
}

function userLine({ username, displayName, admin, kind, emails = [], state, generate }: UserPlan): string {
  const words = {
    username: quoteYaml(username),
    display_name: displayName === undefined ? undefined : quoteYaml(displayName),
    admin: admin === undefined ? undefined : String(admin),
    kind,
    emails: emails.length > 0 ? `[${emails.map(quoteYaml).join(', ')}]` : undefined,
    state,
    generate: generate && 'file' in generate ? `{ file: ${quoteYaml(generate.file)} }` : undefined,
  }
  return `{ ${Object.entries(words)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]))
    .join(', ')} }`
}
