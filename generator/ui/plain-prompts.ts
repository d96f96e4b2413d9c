import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { PromptContext, Prompts, TextPrompt } from './prompts.ts'

/** The prompts of the library, as plain lines. */
export const plainPrompts: Prompts = {
  input,
  select: ({ message, choices, default: preset }, context) =>
    input(
      {
        message: `${message}: ${choices.join(' or ')}`,
        default: preset,
        validate: (answer) => choices.includes(answer) || `Choose one of: ${choices.join(', ')}`,
      },
      context,
    ),
  password,
}

async function input(
  { message, default: preset, validate }: TextPrompt,
  { output, signal }: PromptContext,
): Promise<string> {
  const reader = readerFor(output)
  try {
    for (;;) {
      const answer = (await reader.question(`${preset ? `${message} (${preset})` : message}: `, { signal })) || preset
      const verdict = validate(answer)
      if (verdict === true) return answer
      output.write(`${verdict}\n`)
    }
  } finally {
    reader.close()
  }
}

async function password({ message }: { message: string }, { output, signal }: PromptContext): Promise<string> {
  const reader = readerFor(new Writable({ write: (_chunk, _encoding, done) => done() }))
  output.write(`${message}: `)
  try {
    return await reader.question('', { signal })
  } finally {
    reader.close()
    output.write('\n')
  }
}

function readerFor(output: NodeJS.WritableStream) {
  return createInterface({ input: process.stdin, output, terminal: true, historySize: 0 })
}
