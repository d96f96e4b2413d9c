/** A secret from a file or a program: one line or several, the last with or without a line end. */
interface Line {
  /** Without that line end. */
  text: string
  /** Other white space around it, and where; nobody could type that at a login. */
  stray?: string
}

const strays: Record<string, string> = {
  '\ufeff': 'a byte order mark',
  '\r': 'a carriage return',
  '\n': 'a second line end',
}

/** Cuts one line end, of either kind. The role's files/matrix_registrar/line_end.py does the same. */
export function withoutLineEnd(whole: string): Line {
  const text = whole.replace(/\r?\n$/, '')
  const at = text.startsWith('\ufeff') ? 0 : text.length - 1
  const stray = strays[text[at] ?? '']
  return stray === undefined ? { text } : { text, stray: `${stray} in ${placeIn(text, at)}` }
}

function placeIn(text: string, at: number): string {
  const lines = text.slice(0, at).split('\n')
  return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`
}
