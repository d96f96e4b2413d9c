import type { Argument, Command, Option } from 'commander'
import { operations } from '../operations/index.ts'
import { allParameters } from '../operations/operation.ts'
import { camelCase } from './accounts.ts'

/** The completions for the word that is being typed. */
interface Offer {
  words: Candidate[]
  /** Files or directories besides. */
  paths?: 'files' | 'directories'
}

interface Candidate {
  word: string
  summary: string
}

/** Names in the host files. */
export interface Declared {
  hosts: () => string[]
  users: () => string[]
  groups: () => string[]
}

/** The completions for the last of these words, which follow the name of the program. */
export function offerFor(program: Command, words: string[], declared: Declared): Offer {
  const typed = joinedAtEquals(words)
  const current = typed.pop() ?? ''
  const place = placeAfter(program, typed)
  const { command, option, isPlain } = place
  if (option) return begunWith(current, valuesOf(option, command, declared))
  const [, flag, value = ''] = (!isPlain && /^(--[\w-]+)=(.*)$/s.exec(current)) || []
  if (flag !== undefined) {
    const offer = begunWith(value, valuesOf(optionOf(flag, place), command, declared))
    return words.at(-1) === current ? prefixed(`${flag}=`, offer) : offer // bash completes what follows the = alone
  }
  if (current.startsWith('-') && !isPlain) return begunWith(current, { words: optionsOf(command) })
  const isOfCommands = command === program || command.name() === 'help'
  return begunWith(
    current,
    isOfCommands ? { words: commandsOf(program) } : valuesOf(argumentAt(place), command, declared),
  )
}

/** bash makes three words of --option=value. */
function joinedAtEquals(words: string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    const before = joined.at(-1) ?? ''
    if (word === '=' ? /^--[\w-]+$/.test(before) : /^--[\w-]+=$/.test(before)) joined.splice(-1, 1, before + word)
    else joined.push(word)
  }
  return joined
}

interface Place {
  program: Command
  command: Command
  /** Whose value comes next. */
  option?: Option | undefined
  /** How many arguments came before. */
  count: number
  /** After --, nothing is an option. */
  isPlain: boolean
}

function placeAfter(program: Command, words: string[]): Place {
  const place: Place = { program, command: program, count: 0, isPlain: false }
  for (const word of words) {
    if (place.option) place.option = undefined
    else if (word === '--') place.isPlain = true
    else if (word.startsWith('-') && !place.isPlain) {
      const option = optionOf(word, place)
      if (option?.required) place.option = option
    } else if (place.command !== program) place.count += 1
    else place.command = commandNamed(word, program)
  }
  return place
}

function commandNamed(name: string, program: Command): Command {
  const commands = program.createHelp().visibleCommands(program) // with help
  return commands.find((command) => command.name() === name) ?? program
}

function optionOf(word: string, { command, program }: Place): Option | undefined {
  return [...command.options, ...program.options].find(({ long, short }) => word === long || word === short)
}

function argumentAt({ command: { registeredArguments }, count }: Place): Argument | undefined {
  return registeredArguments[count] ?? registeredArguments.find(({ variadic }) => variadic)
}

function optionsOf(command: Command): Candidate[] {
  const options = command.createHelp().visibleOptions(command)
  return options.map(({ long, short, description }) => ({ word: long ?? short ?? '', summary: description }))
}

function commandsOf(program: Command): Candidate[] {
  const commands = program.createHelp().visibleCommands(program)
  return commands.map((command) => ({ word: command.name(), summary: command.description() }))
}

const files = ['file', 'path', 'plan']
const directories = ['directory', 'checkout']

/** By its name in the help. */
function valuesOf(wanted: Option | Argument | undefined, command: Command, declared: Declared): Offer {
  if (!wanted) return { words: [] }
  if (wanted.argChoices) return { words: plain(wanted.argChoices) }
  const [, called = ''] = 'flags' in wanted ? (/<([\w-]+)/.exec(wanted.flags) ?? []) : [, wanted.name()]
  if (files.includes(called)) return { words: [], paths: 'files' }
  if (directories.includes(called)) return { words: [], paths: 'directories' }
  const name = 'flags' in wanted ? wanted.attributeName() : called
  if (name === 'host' && !['init', 'import'].includes(command.name())) return { words: plain(declared.hosts()) }
  if (name === 'group') return { words: plain(declared.groups()) }
  if (called === 'username') return { words: plain(declared.users()) }
  const operation = operations.find((each) => each.name === command.name())
  const parameter = operation && allParameters(operation).find((each) => camelCase(each.name) === name)
  return { words: plain(parameter?.offers ?? []) }
}

function plain(words: readonly string[]): Candidate[] {
  return [...new Set(words)].map((word) => ({ word, summary: '' }))
}

function begunWith(begun: string, { words, ...more }: Offer): Offer {
  return { words: words.filter(({ word }) => word.startsWith(begun)), ...more }
}

function prefixed(prefix: string, { words, ...more }: Offer): Offer {
  return { words: words.map((each) => ({ ...each, word: prefix + each.word })), ...more }
}
