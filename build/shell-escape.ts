/**
 * In the bundle instead of the package of this name, which comes without its licence and so cannot be passed on.
 * node-ssh needs it for what is not used here: a command with a directory or parameters.
 */
export default function shellEscape(words: string[]): string {
  return words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ')
}
