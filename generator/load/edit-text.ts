/** A piece of a text, and what takes its place. */
export interface Edit {
  start: number
  end: number
  to: string
}

/** A text with these edits, of which none overlaps another. */
export function editText(text: string, edits: Edit[]): string {
  const pieces: string[] = []
  let done = 0
  for (const { start, end, to } of [...edits].sort((a, b) => a.start - b.start)) {
    pieces.push(text.slice(done, start), to)
    done = end
  }
  return pieces.join('') + text.slice(done)
}

export function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

export function nextLine(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end + 1
}
