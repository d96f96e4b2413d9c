import type { Command, CommanderError } from 'commander'
import { AppError } from '../errors/app-error.ts'
import { counted } from '../ui/counted.ts'

/** What commander says, in our words: the message and the hint for what it quotes. */
const wordings: [RegExp, (command: Command, ...quoted: string[]) => [string, string]][] = [
  [
    /^unknown command '(.*)'$/s,
    (program, name) => [`There is no command "${name}".`, `${called(program)} --help lists the commands.`],
  ],
  [
    /^unknown option '(.*)'$/s,
    (command, option) => [
      `${called(command)} has no option ${option}.`,
      /^(-p|--pass(word|phrase)?)(=|$)/.test(option ?? '')
        ? 'A password is not an argument, which others could see: leave it out to be asked, or use --password-stdin.'
        : command.parent
          ? `${called(command)} --help lists its options.`
          : `Options come after the command's name.`,
    ],
  ],
  [
    /^missing required argument '(.*)'$/s,
    (command, name) => [`${called(command)} needs the argument ${name}.`, usageOf(command)],
  ],
  [
    /^too many arguments/,
    (command) => [
      `${called(command)} takes ${counted(command.registeredArguments.length, 'argument')}, not ${command.args.length}.`,
      `${usageOf(command)} An argument with spaces needs quotes.`,
    ],
  ],
  [
    /^option '(.*)' argument missing$/s,
    (command, flags) => [`${longOf(flags)} needs a value.`, `Write ${called(command)} ${written(flags)}.`],
  ],
  [
    /^required option '(.*)' not specified$/s,
    (command, flags) => [`${called(command)} needs ${longOf(flags)}.`, `Add ${written(flags)}. ${usageOf(command)}`],
  ],
  [
    /^option '(.*)' cannot be used with option '(.*)'$/s,
    (_command, one, other) => [`${longOf(one)} and ${longOf(other)} contradict each other.`, 'Keep one of the two.'],
  ],
  [
    /^option '(.*?)' argument '(.*)' is invalid\. (.*)$/s,
    (_command, flags, value, why) => [`${longOf(flags)} is "${value}".`, allowed(why)],
  ],
  [
    /^command-argument value '(.*)' is invalid for argument '(.*)'\. (.*)$/s,
    (command, value, name, why) => [`${called(command)}: ${name} is "${value}".`, allowed(why)],
  ],
]

/** An error of commander as one of ours; undefined where it only showed help. */
export function usageError({ message }: CommanderError, command: Command): AppError | undefined {
  const [, text = message, suggestion] = /^error: (.*?)(?:\n\((Did you mean .*)\))?$/s.exec(message) ?? []
  for (const [pattern, words] of wordings) {
    const found = pattern.exec(text)
    if (!found) continue
    const [said, hint] = words(command, ...found.slice(1))
    return new AppError('usage', said, { hint: suggestion ?? hint })
  }
  return undefined
}

function called(command: Command): string {
  return command.parent ? `${command.parent.name()} ${command.name()}` : command.name()
}

function usageOf(command: Command): string {
  return `Usage: ${called(command)} ${command.usage()} (${called(command)} --help has examples).`
}

/** `--file` of `-f, --file <path>`. */
function longOf(flags = ''): string {
  return written(flags).replace(/ .*/s, '')
}

/** `--file <path>` of `-f, --file <path>`. */
function written(flags = ''): string {
  return flags.replace(/^-\w, /, '')
}

function allowed(why = ''): string {
  return why.replace(/^Allowed choices are /, 'It is one of: ')
}
