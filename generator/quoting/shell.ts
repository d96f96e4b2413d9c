/** A word as a POSIX shell reads it back exactly. */
export function quoteShell(word: string): string {
  return `'${word.replaceAll("'", `'"'"'`)}'`
}

/**
 * A word of a bash recipe in a justfile: bash reads it back exactly, in one line, and just finds nothing to evaluate in it.
 */
export function quoteRecipe(word: string): string {
  const control = /[\p{C}\p{Zl}\p{Zp}]/u
  return (control.test(word) ? `$'${escapeAnsiC(word)}'` : quoteShell(word)).replaceAll('{{', '{{{{')
}

function escapeAnsiC(word: string): string {
  return word
    .replace(/[\\']/g, '\\$&')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => [...Buffer.from(character)].map(octal).join(''))
}

function octal(byte: number): string {
  return `\\${byte.toString(8).padStart(3, '0')}`
}

/**
 * Words as a shell's command line, in which Ansible finds nothing to evaluate: before 2.19 it evaluates what a lookup is
 * given once more, so braces that would begin a template get quotes of their own.
 */
export function shellCommand(words: string[]): string {
  return words
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : quoteShell(word).replace(/\{(?=[{%#])/g, "{''")))
    .join(' ')
}
