/** What the text of an invitation can name, each with the fact of its report; matrix_server/reports.py fills it in. */
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

function namesIn(text: string): string[] {
  return [...text.matchAll(place)].map(([, name = '']) => name)
}
