/** An answer to an HTTP request: JSON, or plain text where the body is a string, or nothing. */
export interface Answer {
  status: number
  body?: unknown
}

export interface BodyProblem {
  text: string
}
