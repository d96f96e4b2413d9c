/**
 * A text as a Jinja expression. Ansible doubles every backslash in Jinja's strings before Jinja reads them: none escapes,
 * but one at the end would hide the quote.
 */
export function quoteJinja(text: string): string {
  const parts = text.split("'").map((part) => (part.endsWith('\\') ? `'${part} '[:-1]` : `'${part}'`))
  const joined = parts.join(` ~ "'" ~ `)
  return parts.length > 1 ? `(${joined})` : joined
}
