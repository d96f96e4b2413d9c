import type { Change } from './changes.ts'
import { releases } from './releases.ts'
import { findChange } from './find-change.ts'
import { type KnownNames, rolesFor } from './known-names.ts'
import { misspelt } from './misspelt.ts'
import { namesOf } from './names.ts'
import { roleOf } from './roles.ts'

/** What is known of the playbook that a name is judged for. */
export type Known = Pick<KnownNames, 'names' | 'roles' | 'refused'>

export type Verdict =
  | { kind: 'known' }
  | { kind: 'renamed'; to: string; because: Change }
  | { kind: 'replaced'; by: string[]; because: Change }
  | { kind: 'removed'; why?: string; because: Change }
  | { kind: 'unknown'; suggestion?: string }

/** What a variable's name is to a playbook. Names that none of its roles could have are anyone's: known. */
export function judgeName(name: string, known: Known, suggests = true): Verdict {
  if (known.names.has(name)) return { kind: 'known' }
  const changed = judgeChange(name, known)
  if (changed) return changed
  if (!isOfPlaybook(name, known)) return { kind: 'known' }
  const suggestion = suggests && !isOfAnyRelease(name) ? misspelt(name, known.names, rolesFor(known)) : undefined
  return { kind: 'unknown', ...(suggestion ? { suggestion } : {}) }
}

/** Whether the playbook has a name, or the name is no business of its. */
export function isKnown(name: string, known: Known): boolean {
  return judgeName(name, known).kind === 'known'
}

/** Where renamings, one after the other, lead to a name that the playbook has. */
export function translate(name: string, known: Known): { to: string; because: Change } | undefined {
  const verdict = judgeChange(name, known)
  return verdict?.kind === 'renamed' ? verdict : undefined
}

function judgeChange(name: string, known: Known): Exclude<Verdict, { kind: 'known' | 'unknown' }> | undefined {
  const because = changeOf(name, known)
  if (!because) return undefined
  const seen = new Set([name])
  for (let change: Change | undefined = because; change?.kind === 'renamed'; change = changeOf(change.to, known)) {
    const { to } = change
    if (known.names.has(to)) return { kind: 'renamed', to, because }
    if (seen.has(to)) break
    seen.add(to)
    const next = changeOf(to, known)
    if (!next) return isOfPlaybook(to, known) ? { kind: 'removed', because } : { kind: 'renamed', to, because }
    if (next.kind !== 'renamed') return judgeEnd(next, because)
  }
  return judgeEnd(because, because)
}

/** What our tables say, or a checkout that is newer than those. */
function changeOf(name: string, { refused }: Known): Change | undefined {
  const known = findChange(name)
  if (known || !refused?.has(name)) return known
  const to = refused.get(name)
  const changed = { old: name, since: 'in this checkout' }
  return to === undefined ? { ...changed, kind: 'removed' } : { ...changed, kind: 'renamed', to }
}

function judgeEnd(change: Change, because: Change): Exclude<Verdict, { kind: 'known' | 'unknown' }> {
  if (change.kind === 'replaced') return { kind: 'replaced', by: change.by, because }
  const { why } = change.kind === 'removed' ? change : {}
  return { kind: 'removed', ...(why === undefined ? {} : { why }), because }
}

/** What another release calls so is no slip of the finger. */
function isOfAnyRelease(name: string): boolean {
  return releases.some((release) => namesOf(release).has(name))
}

/** Whether a role whose names are all known would have this one, if there were such a name. */
function isOfPlaybook(name: string, known: Known): boolean {
  const role = roleOf(name, rolesFor(known))
  return role ? role.isSeen : name.startsWith('matrix_')
}
