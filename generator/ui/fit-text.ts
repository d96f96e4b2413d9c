/** Help for a narrow terminal, which would break words: commands go on behind a backslash, and other lines at a space. */
export function fitText(text: string, width = (process.stdout.isTTY && process.stdout.columns) || Infinity): string {
  return text
    .split('\n')
    .map((line) => (line.length > width ? fitLine(line, width) : line))
    .join('\n')
}

function fitLine(line: string, width: number): string {
  const [, term = '', about = ''] = /^( {2}\S.*? {3,})(\S.*)$/.exec(line) ?? []
  if (term === '') return line.startsWith('  ') ? fold(line, width - 2, ' \\', 6) : fold(line, width)
  const fits = term.length <= width / 4
  return fits ? fold(line, width, '', term.length) : `${term.trimEnd()}\n${fold(' '.repeat(6) + about, width, '', 6)}`
}

/** Breaks a line at spaces, a command before an option; the following lines are indented. A longer word stays whole. */
function fold(line: string, width: number, end = '', indent = 0): string {
  const head = line.slice(0, width + 1)
  const option = head.lastIndexOf(' -')
  const at = end !== '' && option > width / 2 ? option : head.lastIndexOf(' ')
  if (line.length <= width || at < 1 || line.slice(0, at).trim() === '') return line
  return `${line.slice(0, at)}${end}\n${fold(' '.repeat(indent) + line.slice(at + 1), width, end, indent)}`
}
