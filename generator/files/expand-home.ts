import { homedir } from 'node:os'

/** Expands `~/` in a path, as a shell does. */
export function expandHome(path: string): string {
  return path.replace(/^~(?=\/)/, homedir())
}
