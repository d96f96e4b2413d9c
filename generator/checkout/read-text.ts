import { readFileOr } from '../files/read-file.ts'

/** A file of an inventory; why it cannot be read is said with its name. */
export function readText(file: string): string {
  return readFileOr(
    'Nothing was written. Ansible needs it too: check its owner, its mode and what it is.',
    file,
    16,
  ).toString()
}

export function isVaulted(text: string): boolean {
  return text.startsWith('$ANSIBLE_VAULT;')
}
