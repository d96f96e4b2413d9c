/** Whether Ansible reads a word as true; null: only Ansible can evaluate it. */
export function isYes(word: string | null | undefined): boolean {
  return ['true', 'yes', 'on', '1'].includes(word?.toLowerCase() ?? '')
}
