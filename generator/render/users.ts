import { parse } from 'yaml'
import type { UserPlan } from '../plan/host-plan.ts'
import type { PasswordKind } from '../plan/password-kind.ts'
import { quoteYaml } from './yaml.ts'

/** Accounts as a host file names them, a line each. */
export function renderUsers(users: UserPlan[]): string {
  return users.length === 0 ? 'users: []\n' : `users:\n${users.map((user) => `  - ${userLine(user)}\n`).join('')}`
}

/** The same as data. */
export function usersAsWritten(users: UserPlan[]): object[] {
  return (parse(renderUsers(users)) as { users: object[] }).users
}

/** The words of an account, each as it is written. */
export function userWords({
  username,
  displayName,
  admin,
  kind,
  emails = [],
  state,
  until,
  id,
  notes = {},
  generate,
}: UserPlan): Record<string, string | undefined> {
  const kept = Object.entries(notes).filter(([, note]) => note !== '')
  return {
    username: quoteYaml(username),
    display_name: displayName === undefined ? undefined : quoteYaml(displayName),
    admin: admin === undefined ? undefined : String(admin),
    kind,
    emails: emails.length > 0 ? `[${emails.map(quoteYaml).join(', ')}]` : undefined,
    state,
    until,
    id: id === undefined ? undefined : quoteYaml(id),
    notes: kept.length > 0 ? inBraces(kept.map(([key, note]) => [quoteYaml(key), quoteYaml(note)])) : undefined,
    generate: generate && 'file' in generate ? generateWords(generate) : undefined,
  }
}

function generateWords({ file, words, language }: { file: string } & PasswordKind): string {
  return inBraces([
    ['file', quoteYaml(file)],
    ...(words === undefined ? [] : [['words', String(words)] as const]),
    ...(language === undefined ? [] : [['language', quoteYaml(language)] as const]),
  ])
}

function userLine(user: UserPlan): string {
  return inBraces(
    Object.entries(userWords(user)).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  )
}

function inBraces(pairs: (readonly [string, string])[]): string {
  return `{ ${pairs.map((pair) => pair.join(': ')).join(', ')} }`
}
