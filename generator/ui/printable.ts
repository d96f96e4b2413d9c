/**
 * Escapes text from elsewhere (a server, a host, a file), before a person or a pipeline sees it: what
 * could move the cursor, change the writing direction, command a CI runner or end a Markdown block is spelt out, such as
 * \u{1b}. One line stays one line. Joiners stay, since emoji and some scripts need them.
 */
export function printable(text: string): string {
  return text
    .replaceAll(/(?![\u200c\u200d])[\p{C}\p{Zl}\p{Zp}]/gu, spelt)
    .replace(/(?<=^\s*)(?::(?=:)|`(?=``)|~(?=~~))/, spelt) // a workflow command of GitHub, a fence
    .replaceAll(/#(?=#(?:\[|vso\[))/g, spelt) // a command of its runner or of Azure's, anywhere in a line
}

/** The same for text of our own with several lines, such as a message that quotes a host. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n')
}

function spelt(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`
}
