/**
 * A text as a Jinja expression. Ansible doubles every backslash in Jinja's strings before Jinja reads them: none escapes,
 * but one at the end would hide the quote. Jinja turns every carriage return into a line feed, so it is written as its number.
 */
export function quoteJinja(text: string): string {
  const parts = text.split(/(['\r])/).map(quotePart)
  const joined = parts.filter((part) => part !== "''").join(' ~ ')
  return parts.length > 1 ? `(${joined})` : joined || "''"
}

function quotePart(part: string): string {
  if (part === "'") return `"'"`
  if (part === '\r') return "'%c' % 13"
  return part.endsWith('\\') ? `'${part} '[:-1]` : `'${part}'`
}
