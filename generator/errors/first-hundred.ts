import type { Diagnostic } from './diagnostic.ts'

const shown = 100

/** Explains the first hundred of what is wrong; the rest is one more diagnostic, with how many they are. */
export function firstHundred<Wrong>(wrong: Wrong[], explain: (one: Wrong) => Diagnostic): Diagnostic[] {
  const next = wrong[shown]
  const explained = wrong.slice(0, shown).map(explain)
  return next === undefined ? explained : [...explained, more(wrong.length - shown, explain(next))]
}

/** The same of diagnostics in their order, some of which may stand for many already. */
export function shortened(diagnostics: Diagnostic[]): Diagnostic[] {
  const rest = diagnostics.slice(shown)
  const [first] = rest
  if (!first) return diagnostics
  const severity = rest.some((each) => each.severity === 'error') ? 'error' : 'warning'
  return [...diagnostics.slice(0, shown), more(countOf(rest), { ...first, severity })]
}

/** A last diagnostic for the rest, which nobody explained. */
export function moreThan(explained: Diagnostic[], count: number): Diagnostic[] {
  const last = explained.at(-1)
  return last && count > 0 ? [more(count, last)] : []
}

/** How many problems these are. */
export function countOf(diagnostics: Diagnostic[]): number {
  return diagnostics.reduce((sum, { count = 1 }) => sum + count, 0)
}

function more(count: number, { severity, place }: Diagnostic): Diagnostic {
  return {
    code: 'more-problems',
    severity,
    place: { ...place, length: 0 },
    message: count === 1 ? 'From here on there is 1 more problem.' : `From here on there are ${count} more problems.`,
    hint: 'Fix those above first; often they are all the same mistake.',
    count,
  }
}
