import { wrap } from './wrap.ts'

/** How much is printed besides the answer; set once, when the options are read. */
export const verbosity = { quiet: false }

/** Prints on standard error what is neither an error nor the answer: nothing with --quiet. */
export function note(text: string): void {
  if (!verbosity.quiet) process.stderr.write(wrap(text, process.stderr))
}

/** Prints on standard output that something was done: nothing with --quiet. */
export function confirm(text: string): void {
  if (!verbosity.quiet) process.stdout.write(wrap(text, process.stdout))
}
