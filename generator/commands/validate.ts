import { Command } from 'commander'
import type { ExitCode } from '../errors/app-error.ts'
import { countOf } from '../errors/first-hundred.ts'
import { loadHostFile } from '../load/load-host-file.ts'
import { textIn } from '../load/source.ts'
import { counted } from '../ui/counted.ts'
import { note } from '../ui/verbosity.ts'
import { hostFiles } from './host-files.ts'
import { addOutputOptions, type OutputOptions, printDiagnostics } from './output.ts'

/** `registrar validate [FILE...]`: every problem at once, on standard output. */
export function validateCommand(setExit: (code: ExitCode) => void): Command {
  const command = new Command('validate')
    .description('check host files, and report every problem with its place and what to do')
    .argument('[file...]', 'host files; default: registrar.yml here or above, else hosts/*.yml')
  return addOutputOptions(command, { github: true })
    .addHelpText('after', '\nExamples:\n  registrar validate\n  registrar validate hosts/*.yml --format github')
    .action(async (files: string[], options: OutputOptions) => setExit(await validate(files, options)))
}

async function validate(named: string[], { output }: OutputOptions): Promise<ExitCode> {
  const { validateSources } = await import('../validate/validate-sources.ts') // with the validator: the help starts without it
  const { withCheckout } = await import('../variables/with-checkout.ts')
  const sources = hostFiles(named).map((file) => withCheckout(loadHostFile(file)))
  const { diagnostics } = validateSources(sources)
  printDiagnostics(diagnostics, textIn(sources), output)
  const errors = countOf(diagnostics.filter(({ severity }) => severity === 'error'))
  const warnings = countOf(diagnostics) - errors
  const counts = [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : '']
    .filter(Boolean)
    .join(' and ')
  note(`${counted(sources.length, 'host file')}: ${counts || 'no problems found'}.\n`)
  return errors > 0 ? 2 : 0
}
