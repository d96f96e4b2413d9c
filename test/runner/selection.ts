import { isTier, testFiles, type Tier, tierOf, tiers } from './tiers.ts'

/** What was asked of `npm test`. */
export interface Selection {
  tiers: Tier[]
  /** The test files that run; undefined: all of the tiers. */
  files?: string[]
  /** Further arguments for jest. */
  words: string[]
  /** Everything: no tier, no path and no word for jest was given. */
  isWhole: boolean
}

/** What the runner itself understands; every other option is jest's. */
const own = ['--times', '--changed', '--watch']

/** jest's options whose value is a word of its own. */
const withValue = /^(-t|--testNamePattern|--maxWorkers|-w|--testTimeout)$/

/** Tiers by name, test files by a part of their path, and words for jest; throws when a word is neither. */
export function select(given: readonly string[]): Selection {
  const words = given.filter((word) => !own.includes(word))
  const named = words.filter(isTier)
  const isValue = (index: number) => withValue.test(words[index - 1] ?? '')
  const options = words.filter((word, index) => word.startsWith('-') || isValue(index))
  const patterns = words.filter((word, index) => !word.startsWith('-') && !isValue(index) && !isTier(word))
  if (patterns.length === 0)
    return { tiers: named.length ? named : [...tiers], words: options, isWhole: words.length === 0 }
  const files = testFiles().filter((file) => named.length === 0 || named.includes(tierOf(file)))
  const chosen = patterns.map((pattern) => filesOf(pattern, files))
  return withFiles(chosen.flat(), options)
}

/** The tiers are those of the files: no other is prepared. */
export function withFiles(files: readonly string[], words: string[] = []): Selection {
  const unique = [...new Set(files)].sort()
  return {
    files: unique,
    tiers: tiers.filter((tier) => unique.some((file) => tierOf(file) === tier)),
    words,
    isWhole: false,
  }
}

function filesOf(pattern: string, files: readonly string[]): string[] {
  const found = files.filter((file) => file.includes(pattern.replace(/^\.\//, '')))
  if (found.length === 0) throw new Error(`No test file has "${pattern}" in its path.`)
  return found
}
