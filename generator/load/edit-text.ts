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
