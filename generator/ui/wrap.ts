import { stripVTControlCharacters } from 'node:util'

/** Breaks lines at spaces for a narrow terminal, which would break words; what goes on is indented. Elsewhere text stays as it is. */
export function wrap(text: string, stream: { isTTY?: boolean; columns?: number }, indent = 2): string {
  const width = (stream.isTTY && stream.columns) || Infinity
  return text
    .split('\n')
    .map((line) => wrapLine(line, width, indent))
    .join('\n')
}

function wrapLine(line: string, width: number, indent: number): string {
  let wrapped = ''
  let used = 0
  for (const word of line.match(/ *[^ ]+| +$/g) ?? []) {
    const needed = stripVTControlCharacters(word).length
    if (wrapped.trim() !== '' && used + needed > width) {
      wrapped += `\n${' '.repeat(indent)}${word.trimStart()}`
      used = indent + stripVTControlCharacters(word.trimStart()).length
    } else {
      wrapped += word
      used += needed
    }
  }
  return wrapped
}
