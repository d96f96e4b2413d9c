import type { Change } from './changes.ts'
import { changesByName } from './names.ts'

/** What the playbook says of a name, or of the longest beginning of it that it speaks of. */
export function findChange(name: string): Change | undefined {
  const changes = changesByName()
  const exact = changes.get(name)
  if (exact) return exact
  for (let length = name.length; length > 0; length -= 1) {
    const change = changes.get(`${name.slice(0, length)}*`)
    if (change)
      return change.kind === 'renamed' ? { ...change, to: change.to.replace(/\*$/, name.slice(length)) } : change
  }
  return undefined
}
