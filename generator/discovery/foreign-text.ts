const longest = 200

/** Text from another server, in quotes: without control characters, and at most a line or two of it. */
export function quoted(text: string): string {
  return JSON.stringify(shortened(text)).replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, escape)
}

/** The same without quotes where it is one harmless word, such as a server name or a version. */
export function named(text: string): string {
  return /^[\w.:[\]-]{1,200}$/.test(text) ? text : quoted(text)
}

/** An address as it is written in a message. Parsed addresses have no control characters, but may be of any length. */
export function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}...` : text
}

function escape(character: string): string {
  return character.replaceAll(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
