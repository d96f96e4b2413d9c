/** clap's rules for arguments (docs.rs/clap, 4.x), as far as mas-cli's commands need them. */
export interface CommandSpec {
  positionals: readonly { name: string; isRequired?: boolean }[]
  options: readonly OptionSpec[]
  /** Options of which only one may be given. */
  exclusive?: readonly string[]
  /** With this option the first positional is required. */
  requiresPositional?: string
}

export interface OptionSpec {
  long: string
  short?: string
  /** The value's name in messages; without one it is a flag. */
  value?: string
  isRepeatable?: boolean
  /** What is wrong with a value. */
  problem?: (value: string) => string | undefined
}

export interface Arguments {
  /** By the positional's name. */
  positionals: Record<string, string>
  /** By the option's long name: its values, none of a flag. */
  options: Record<string, readonly string[]>
}

/** Ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const fail = (message: string): never => {
  throw new UsageError(`error: ${message}`)
}

/** Reads the words after a command's name. */
export const parseArguments = (spec: CommandSpec, words: readonly string[]): Arguments => {
  const given: Arguments = { positionals: {}, options: {} }
  const rest = [...words]
  let onlyPositionals = false
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!onlyPositionals && word === '--') onlyPositionals = true
    else if (!onlyPositionals && word.startsWith('--')) readLong(spec, given, word, rest)
    else if (!onlyPositionals && word.startsWith('-') && word !== '-') readShort(spec, given, word, rest)
    else readPositional(spec, given, word)
  }
  checkExclusive(spec, given)
  checkRequired(spec, given)
  return given
}

const readLong = (spec: CommandSpec, given: Arguments, word: string, rest: string[]): void => {
  const [, name = '', value] = /^--([^=]*)(?:=(.*))?$/s.exec(word) ?? []
  const option = spec.options.find(({ long }) => long === name) ?? fail(`unexpected argument '--${name}' found`)
  if (option.value) addValue(given, option, value ?? nextValue(option, rest))
  else if (value === undefined) addFlag(given, option)
  else fail(`unexpected value '${value}' for '--${name}' found; no more were expected`)
}

/** `-ayp VALUE`, `-pVALUE` and `-p=VALUE`. */
const readShort = (spec: CommandSpec, given: Arguments, word: string, rest: string[]): void => {
  for (let letters = word.slice(1); letters !== ''; letters = letters.slice(1)) {
    const letter = letters[0] as string
    const option = spec.options.find(({ short }) => short === letter) ?? fail(`unexpected argument '-${letter}' found`)
    if (!option.value) {
      addFlag(given, option)
      continue
    }
    const attached = letters.slice(1).replace(/^=/, '')
    return addValue(given, option, letters.length > 1 ? attached : nextValue(option, rest))
  }
}

const readPositional = ({ positionals }: CommandSpec, given: Arguments, word: string): void => {
  const next =
    positionals.find(({ name }) => !(name in given.positionals)) ?? fail(`unexpected argument '${word}' found`)
  given.positionals[next.name] = word
}

/** A word that begins with a hyphen is never the value of the option before it. */
const nextValue = (option: OptionSpec, rest: string[]): string => {
  const [word] = rest
  if (word === undefined || word === '--')
    return fail(`a value is required for '${display(option)}' but none was supplied`)
  if (word.startsWith('--')) return fail(`unexpected argument '${word.replace(/=.*/s, '')}' found`)
  if (word.startsWith('-') && word !== '-') return fail(`unexpected argument '${word.slice(0, 2)}' found`)
  rest.shift()
  return word
}

const addValue = (given: Arguments, option: OptionSpec, value: string): void => {
  const before = given.options[option.long] ?? []
  if (before.length > 0 && !option.isRepeatable) fail(`the argument '${display(option)}' cannot be used multiple times`)
  const problem = option.problem?.(value)
  if (problem) fail(`invalid value '${value}' for '${display(option)}': ${problem}`)
  given.options[option.long] = [...before, value]
}

const addFlag = (given: Arguments, option: OptionSpec): void => {
  if (given.options[option.long]) fail(`the argument '${display(option)}' cannot be used multiple times`)
  given.options[option.long] = []
}

const checkExclusive = ({ options, exclusive = [] }: CommandSpec, given: Arguments): void => {
  const [first, second] = options.filter(({ long }) => exclusive.includes(long) && given.options[long])
  if (first && second) fail(`the argument '${display(first)}' cannot be used with '${display(second)}'`)
}

const checkRequired = ({ positionals, requiresPositional }: CommandSpec, given: Arguments): void => {
  const missing = positionals.filter(({ name, isRequired }, index) => {
    const isWanted =
      isRequired || (index === 0 && requiresPositional !== undefined && requiresPositional in given.options)
    return isWanted && !(name in given.positionals)
  })
  if (missing.length === 0) return
  fail(`the following required arguments were not provided:\n${missing.map(({ name }) => `  <${name}>`).join('\n')}`)
}

const display = ({ long, value }: OptionSpec): string => (value ? `--${long} <${value}>` : `--${long}`)
