import type { Change } from './changes.ts'
import { releases } from './releases.ts'
import { findChange } from './find-change.ts'
import { type PlaybookNames, rolesFor } from './playbook-names.ts'
import { misspelt } from './misspelt.ts'
import { namesOf } from './names.ts'
import { roleOf } from './roles.ts'

/** The playbook that a name is judged for. */
export type Playbook = Pick<PlaybookNames, 'names' | 'roles' | 'refused'>

export type Verdict =
  | { kind: 'known' }
  | { kind: 'renamed'; to: string; because: Change }
  | { kind: 'replaced'; by: string[]; because: Change }
  | { kind: 'removed'; why?: string; because: Change }
  | { kind: 'unknown'; suggestion?: string }

/** Judges a variable's name for a playbook. A name that no role of it could have is the operator's own, and fine. */
export function judgeName(name: string, playbook: Playbook, suggests = true): Verdict {
  if (playbook.names.has(name)) return { kind: 'known' }
  const changed = judgeChange(name, playbook)
  if (changed) return changed
  if (!isOfPlaybook(name, playbook)) return { kind: 'known' }
  const suggestion = suggests && !isOfAnyRelease(name) ? misspelt(name, playbook.names, rolesFor(playbook)) : undefined
  return { kind: 'unknown', ...(suggestion ? { suggestion } : {}) }
}

/** Whether the playbook has a name, or the name is the operator's own. */
export function isKnown(name: string, playbook: Playbook): boolean {
  return judgeName(name, playbook).kind === 'known'
}

/** Follows renamings to a name that the playbook has. */
export function translate(name: string, playbook: Playbook): { to: string; because: Change } | undefined {
  const verdict = judgeChange(name, playbook)
  return verdict?.kind === 'renamed' ? verdict : undefined
}

function judgeChange(name: string, playbook: Playbook): Exclude<Verdict, { kind: 'known' | 'unknown' }> | undefined {
  const because = changeOf(name, playbook)
  if (!because) return undefined
  const seen = new Set([name])
  for (let change: Change | undefined = because; change?.kind === 'renamed'; change = changeOf(change.to, playbook)) {
    const { to } = change
    if (playbook.names.has(to)) return { kind: 'renamed', to, because }
    if (seen.has(to)) break
    seen.add(to)
    const next = changeOf(to, playbook)
    if (!next) return isOfPlaybook(to, playbook) ? { kind: 'removed', because } : { kind: 'renamed', to, because }
    if (next.kind !== 'renamed') return judgeEnd(next, because)
  }
  return judgeEnd(because, because)
}

/** The change of a name, from our tables or from a newer checkout. */
function changeOf(name: string, { refused }: Playbook): Change | undefined {
  const change = findChange(name)
  if (change || !refused?.has(name)) return change
  const to = refused.get(name)
  const changed = { old: name, since: 'in this checkout' }
  return to === undefined ? { ...changed, kind: 'removed' } : { ...changed, kind: 'renamed', to }
}

function judgeEnd(change: Change, because: Change): Exclude<Verdict, { kind: 'known' | 'unknown' }> {
  if (change.kind === 'replaced') return { kind: 'replaced', by: change.by, because }
  const { why } = change.kind === 'removed' ? change : {}
  return { kind: 'removed', ...(why === undefined ? {} : { why }), because }
}

/** A name of another release is not a typo. */
function isOfAnyRelease(name: string): boolean {
  return releases.some((release) => namesOf(release).has(name))
}

/** Whether the name has the prefix of a role whose names are all listed, so that it must be in the list. */
function isOfPlaybook(name: string, playbook: Playbook): boolean {
  const role = roleOf(name, rolesFor(playbook))
  return role ? role.isSeen : name.startsWith('matrix_')
}
