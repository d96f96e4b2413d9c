import { InvalidArgumentError, Option } from 'commander'
import { passwordKinds } from '../plan/password-kind.ts'

const { fewest, most, languages } = passwordKinds

/** Options for passwords that are to be made of words. */
export function passwordKindOptions(): Option[] {
  return [
    new Option(
      '--words <number>',
      `generate passwords of this many words, at least ${fewest}; each adds 11 bits`,
    ).argParser(countOfWords),
    new Option('--language <code>', `the language of the words (default: en); by itself, of ${fewest} words`)
      .choices(languages)
      .implies({ words: fewest }),
  ]
}

function countOfWords(word: string): number {
  const count = Number(word)
  if (Number.isInteger(count) && count >= fewest && count <= most) return count
  throw new InvalidArgumentError(
    `It must be a number from ${fewest} to ${most}: each word adds 11 bits, and fewer than ${fewest} can be guessed.`,
  )
}
