import input from '@inquirer/input'
import password from '@inquirer/password'
import select from '@inquirer/select'
import { plainPrompts } from './plain-prompts.ts'

export interface PromptContext {
  output: NodeJS.WritableStream
  /** Ends the prompt with an error. */
  signal: AbortSignal
}

export interface TextPrompt {
  message: string
  default: string
  validate: (answer: string) => true | string
}

/** The part of the library's interface that is used here. */
export interface Prompts {
  input: (config: TextPrompt, context: PromptContext) => Promise<string>
  select: (
    config: { message: string; choices: readonly string[]; default: string },
    context: PromptContext,
  ) => Promise<string>
  password: (config: { message: string; toggleMask: false }, context: PromptContext) => Promise<string>
}

/** A dumb terminal cannot move its cursor; the library would show each line again for each key, and take Backspace for text. */
export function promptsFor(terminal: string | undefined): Prompts {
  return terminal === 'dumb' ? plainPrompts : { input, select, password }
}
