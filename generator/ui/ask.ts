import { Secret } from '../secrets/secret.ts'
import { interrupted } from './interrupted.ts'
import { printable } from './printable.ts'
import { hideProgress } from './progress.ts'
import type { Prompts, PromptContext } from './prompts.ts'
import { lendTerminal } from './terminal.ts'
import { wrap } from './wrap.ts'

interface TextOptions {
  /** What Enter alone gives. */
  preset?: string
  /** True, or the reason to ask again. */
  validate?: (answer: string) => true | string
}

/** Asks for a line until it is valid. */
export async function askText(
  question: string,
  { preset = '', validate = () => true }: TextOptions = {},
): Promise<string> {
  const config = { default: preset, validate: (answer: string) => validate(answer.trim()) }
  const answer = await prompt(({ input }, context) => input({ message: messageOf(question), ...config }, context))
  return answer.trim()
}

/** Lets a person choose; `preset` is what Enter alone gives. */
export function askChoice(question: string, choices: readonly string[], preset: string): Promise<string> {
  return prompt(({ select }, context) => select({ message: messageOf(question), choices, default: preset }, context))
}

/** Enter alone means no. */
export async function askYes(question: string): Promise<boolean> {
  const validate = (answer: string) => /^(y|yes|n|no|)$/i.test(answer) || 'Please answer y or n.'
  return /^y/i.test(await askText(`${question} (y/N)`, { validate }))
}

/** Asks without showing what is typed. */
export const askSecret = Object.assign(
  async (question: string): Promise<Secret> =>
    new Secret(
      await prompt(({ password }, context) => password({ message: messageOf(question), toggleMask: false }, context)),
    ),
  { lendTerminal },
)

/** Behind the library's "? ", which is as long as the indentation. */
function messageOf(question: string): string {
  return wrap(`? ${printable(question)}`, process.stderr).slice(2)
}

/** The prompts are loaded only for this: most commands never ask. */
async function prompt<Answer>(ask: (prompts: Prompts, context: PromptContext) => Promise<Answer>): Promise<Answer> {
  const takeBack = lendTerminal()
  const closed = new AbortController()
  const close = () => closed.abort()
  const resume = () => {
    process.stdin.off('pause', close)
    setImmediate(() => process.stdin.once('pause', close).resume())
  }
  try {
    const { promptsFor } = await import('./prompts.ts')
    hideProgress()
    process.stdin.once('pause', close) // Ctrl-D, or the terminal is gone: the library would wait forever
    process.on('SIGCONT', resume) // after Ctrl-Z, where readline pauses
    return await ask(promptsFor(process.env['TERM']), { output: process.stderr, signal: closed.signal })
  } catch (error) {
    throw isEnd(error) ? interrupted() : error
  } finally {
    process.off('SIGCONT', resume)
    process.stdin.off('pause', close)
    takeBack()
  }
}

/** Ctrl-C, Ctrl-D, or a closed terminal. */
function isEnd(error: unknown): boolean {
  return error instanceof Error && ['ExitPromptError', 'AbortPromptError', 'AbortError'].includes(error.name)
}
