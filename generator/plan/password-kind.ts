/** Of how many words a password is made, and of which language; else it is of letters and digits. */
export interface PasswordKind {
  words?: number
  language?: string
}

/** Of the words, 2048 in a language, each adds 11 bits: fewer than four can be guessed. schemas/defs/users.schema.json says the same. */
export const passwordKinds: { fewest: number; most: number; languages: string[] } = {
  fewest: 4,
  most: 12,
  languages: ['en', 'fr', 'es', 'it', 'pt', 'cs'],
}
