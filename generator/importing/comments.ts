/** The lines of comments that stand directly above a place: they belong to what begins there. An empty line ends them. */
export function commentAbove(text: string, start: number): { start: number; lines: string[] } {
  const lines: string[] = []
  for (let from = start; from > 0;) {
    const above = text.lastIndexOf('\n', from - 2) + 1
    const line = text.slice(above, from).trimEnd()
    if (!line.startsWith('#')) break
    lines.unshift(line.slice(1))
    from = above
    start = above
  }
  return { start, lines }
}

/** Whether comments are words alone: a setting that was commented out, or a word that may be a secret, stays where it is. */
export function areWords(lines: string[]): boolean {
  return lines.every((line) => !isSetting.test(line) && !mayBeSecret.test(line))
}

const isSetting = /^\s*(- )?["']?[a-z][\w.-]*["']?\s*[:=]/

/** Words about secrets and logins, a mixture of letters and digits, and two words that a slash or a colon joins as a login does. */
const mayBeSecret =
  /BEGIN |pass(w|p|\b)|\bpw\b|secret|token|\bkeys?\b|credential|login|log in|auth|kennwort|(?=\S*\d)(?=\S*[A-Za-z])\S{6,}|[^\s/.]{32,}|:\/\/[^\s/]*@|\S \/ \S/i
