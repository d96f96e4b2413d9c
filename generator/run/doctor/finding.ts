/** A result of the doctor. `bad` keeps something from working; a warning or a note does not. */
export interface Finding {
  check: string
  state: 'good' | 'note' | 'warning' | 'bad'
  detail: string
  /** What to do. */
  next?: string
}

export function good(check: string, detail: string): Finding {
  return { check, state: 'good', detail }
}

export function bad(check: string, detail: string, next: string): Finding {
  return { check, state: 'bad', detail, next }
}
