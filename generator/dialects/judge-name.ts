import { distance } from 'fastest-levenshtein'
import { removals, renamings } from './changes.ts'
import type { Removal, Renaming } from './dialect.ts'

export type Verdict =
  | { kind: 'known' }
  | { kind: 'renamed'; to: string; because: Renaming }
  | { kind: 'removed'; because: Removal }
  | { kind: 'unknown'; suggestion?: string }

/** What a name of a variable is to a release with these names. Names without the playbook's prefix are anyone's: known. */
export function judgeName(name: string, names: ReadonlySet<string>, suggests = true): Verdict {
  if (isKnown(name, names)) return { kind: 'known' }
  const renamed = translate(name, names)
  if (renamed) return { kind: 'renamed', ...renamed }
  const removal = removals.find((candidate) => candidate.names.test(name))
  if (removal) return { kind: 'removed', because: removal }
  const suggestion = suggests ? nearest(name, names) : undefined
  return { kind: 'unknown', ...(suggestion ? { suggestion } : {}) }
}

export function isKnown(name: string, names: ReadonlySet<string>): boolean {
  return !name.startsWith('matrix_') || names.has(name)
}

/** The first name that some of the renamings, in their order, lead to and that the release has. */
export function translate(name: string, names: ReadonlySet<string>): { to: string; because: Renaming } | undefined {
  let candidates: { to: string; because?: Renaming }[] = [{ to: name }]
  for (const because of renamings) {
    const moved = candidates
      .filter(({ to }) => because.from.test(to))
      .map((candidate) => ({
        to: candidate.to.replace(because.from, because.to),
        because: candidate.because ?? because,
      }))
    candidates = [...candidates, ...moved]
  }
  const found = candidates.find(({ to, because }) => because && names.has(to))
  return found?.because ? { to: found.to, because: found.because } : undefined
}

/** A likely misspelling: at most a letter in six. */
function nearest(name: string, names: ReadonlySet<string>): string | undefined {
  let best: { candidate: string; edits: number } | undefined
  const limit = Math.max(2, Math.floor(name.length / 6))
  for (const candidate of names) {
    if (Math.abs(candidate.length - name.length) > limit) continue
    const edits = distance(name, candidate)
    if (edits <= limit && (!best || edits < best.edits)) best = { candidate, edits }
  }
  return best?.candidate
}
