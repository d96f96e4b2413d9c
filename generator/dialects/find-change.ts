import type { Change } from './changes.ts'
import { changesByName, changesOfBeginnings } from './names.ts'

/** The playbook's change of a name, or of the longest prefix of it that has one. */
export function findChange(name: string): Change | undefined {
  const exact = changesByName().get(name)
  if (exact) return exact
  const [beginning = '', change] = changesOfBeginnings().find(([each]) => name.startsWith(each)) ?? []
  return change?.kind === 'renamed' ? { ...change, to: change.to.replace(/\*$/, name.slice(beginning.length)) } : change
}
