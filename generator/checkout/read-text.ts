import { readFileOr } from '../files/read-file.ts'

/** Reads a file of an inventory; an error names the file. */
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
