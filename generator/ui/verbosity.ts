/** How much is said beside what was asked for; set once, when the options are read. */
export const verbosity = { quiet: false }

/** Says on standard error what is neither an error nor asked for: nothing with --quiet. */
export function note(text: string): void {
  if (!verbosity.quiet) process.stderr.write(text)
}

/** Says on standard output that something was done: nothing with --quiet. */
export function confirm(text: string): void {
  if (!verbosity.quiet) process.stdout.write(text)
}
