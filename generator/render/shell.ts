/** A word as a POSIX shell reads it back exactly. */
export function quoteShell(word: string): string {
  return `'${word.replaceAll("'", `'"'"'`)}'`
}

/**
 * Words as a shell's command line, in which Ansible finds nothing to evaluate: before 2.19 it evaluates what a lookup is
 * given once more, so that braces which would begin a template stand in quotes of their own.
 */
export function shellCommand(words: string[]): string {
  return words
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : quoteShell(word).replace(/\{(?=[{%#])/g, "{''")))
    .join(' ')
}
