import { homedir } from 'node:os'

/** A path with the home directory in the place of `~/`, as a shell has it. */
export function expandHome(path: string): string {
  return path.replace(/^~(?=\/)/, homedir())
}
