/** Without what could move the cursor or change colours: a display name, or what a host says. */
export function printable(text: string): string {
  return text.replaceAll(/\p{C}/gu, '\u{fffd}')
}
