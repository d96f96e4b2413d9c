/** What the text of an invitation can name, each with the fact of its report; the role's files/matrix_registrar/invitation.py does the same in Python. */
export const placeholders: Record<string, string> = {
  name: 'person',
  email: 'email',
  domain: 'domain',
  link: 'register_url',
  token: 'token',
  expires: 'ends',
}

const place = /\{\{\s*(.*?)\s*\}\}/g

/** What a text names that no invitation has. */
export function unknownIn(text: string): string | undefined {
  return namesIn(text).find((name) => !Object.hasOwn(placeholders, name))
}

/** The text with its facts; a line that names only what is not there, such as the link of a server without one, is left out. */
export function invitationText(text: string, facts: Record<string, unknown>): string {
  const valueOf = (name: string) => String(facts[placeholders[name] ?? ''] ?? '')
  const isKept = (line: string) => namesIn(line).length === 0 || namesIn(line).some((name) => valueOf(name) !== '')
  return text
    .split('\n')
    .filter(isKept)
    .join('\n')
    .replace(place, (_match, name: string) => valueOf(name))
}

function namesIn(text: string): string[] {
  return [...text.matchAll(place)].map(([, name = '']) => name)
}
