/** The number of words of a password and their language; without it, letters and digits. */
export interface PasswordKind {
  words?: number
  language?: string
}

/** Each word, of 2048 in a language, adds 11 bits: fewer than four can be guessed. schemas/defs/users.schema.json has the same minimum. */
export const passwordKinds: { fewest: number; most: number; languages: string[] } = {
  fewest: 4,
  most: 12,
  languages: ['en', 'fr', 'es', 'it', 'pt', 'cs'],
}
