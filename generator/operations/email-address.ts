/** Whether a text can be an e-mail address at all; the server decides the rest. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text)
}
