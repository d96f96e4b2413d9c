import { version } from '../version.ts'
import { fill } from './engine.ts'
import { quoteShell } from '../quoting/shell.ts'

/** A command of the program, as its completion is made of it. */
export interface CompletedCommand {
  name: string
  summary: string
  options: CompletedOption[]
  /** What it takes beside options, when that is one of a few words. */
  words: string[]
}

export interface CompletedOption {
  /** With its dashes. */
  flag: string
  summary: string
  /** Whether a value follows. */
  value: boolean
  /** The values that there are; empty: any, such as a file. */
  choices: string[]
}

export type Shell = 'bash' | 'zsh' | 'fish'

/** The script that makes a shell complete `registrar`. */
export function renderCompletion(shell: Shell, commands: CompletedCommand[]): string {
  return fill(`completion/${shell}`, {
    mark: `Printed by registrar ${version}.`,
    names: commands.map(({ name }) => name).join(' '),
    commands: commands.map((command) => ({
      name: command.name,
      summary: quoteShell(command.summary),
      described: quoteShell(`${command.name}:${command.summary}`),
      words: command.words.join(' '),
      flags: command.options.map(({ flag }) => flag).join(' '),
      rest: quoteShell(command.words.length > 0 ? `*:word:(${command.words.join(' ')})` : '*:file:_files'),
      options: command.options.map(optionView),
    })),
  })
}

function optionView({ flag, summary, value, choices }: CompletedOption) {
  const values = choices.length > 0 ? `:value:(${choices.join(' ')})` : ':file:_files'
  return {
    flag,
    long: flag.slice(2),
    summary: quoteShell(summary),
    value,
    choices: choices.join(' '),
    specification: quoteShell(
      `${flag}${value ? '=' : ''}[${summary.replaceAll(/[[\]:\\]/g, '\\$&')}]${value ? values : ''}`,
    ),
  }
}
