/** Whether a text can be an e-mail address at all; what a server takes, it says itself. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text)
}
