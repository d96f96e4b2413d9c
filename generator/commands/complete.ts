import { Command } from 'commander'
import type { ExitCode } from '../errors/app-error.ts'
import { printable } from '../ui/printable.ts'
import { declaredNames } from './declared-names.ts'
import { offerFor } from './offer.ts'

/** `registrar complete -- WORDS`, which the scripts of `completion` run: prints a candidate and its description on each line, then which paths fit. */
export function completeCommand(setExit: (code: ExitCode) => void): Command {
  return new Command('complete')
    .description('print completions for the last word')
    .argument('[words...]')
    .action((words: string[], _options: unknown, command: Command) => {
      const { words: candidates, paths } = offerFor(command.parent ?? command, words, declaredNames(words))
      for (const { word, summary } of candidates)
        if (printable(word) === word) process.stdout.write(`${word}\t${summary}\n`)
      if (paths) process.stdout.write(`:${paths}\n`)
      setExit(0)
    })
}
