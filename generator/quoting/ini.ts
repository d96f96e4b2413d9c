/**
 * A text as the value of a variable on a host's line of an INI inventory. Ansible splits the line as a shell does, and then
 * reads a value as Python if it can: quoted for both, it stays the same text.
 */
export function quoteIni(text: string): string {
  const isWord = /^[A-Za-z_/][\w./@:-]*$/.test(text) && !/^(true|false|none)$/i.test(text)
  const isAddress = /^[0-9]+(\.[0-9]+){3}$|^[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*$/.test(text)
  if (isWord || isAddress) return text
  return `"${quotePython(text).replace(/[\\"]/g, '\\$&')}"`
}

function quotePython(text: string): string {
  const escaped = text
    .replace(/[\\']/g, '\\$&')
    .replace(
      /[\p{C}\p{Zl}\p{Zp}]/gu,
      (character) => `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`,
    )
  return `'${escaped}'`
}
