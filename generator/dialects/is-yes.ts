/** Whether Ansible takes a word for true; null: only Ansible can tell what it is. */
export function isYes(word: string | null | undefined): boolean {
  return ['true', 'yes', 'on', '1'].includes(word?.toLowerCase() ?? '')
}
