import { Command, Option } from 'commander'
import type { ExitCode } from '../errors/app-error.ts'
import { countOf } from '../errors/first-hundred.ts'
import { formats } from '../errors/format.ts'
import { loadHostFile } from '../load/load-host-file.ts'
import { textIn } from '../load/source.ts'
import { counted } from '../ui/counted.ts'
import { hostFiles } from './host-files.ts'

/** `registrar validate [FILE...]`: every problem at once, on standard output. */
export function validateCommand(setExit: (code: ExitCode) => void): Command {
  return new Command('validate')
    .description('check host files, and report every problem with its place and what to do')
    .argument('[file...]', 'host files; default: registrar.yml here or above, else hosts/*.yml')
    .addOption(new Option('--format <format>', 'output format').choices(['pretty', 'json', 'github']).default('pretty'))
    .addHelpText('after', '\nExamples:\n  registrar validate\n  registrar validate hosts/*.yml --format github')
    .action(async (files: string[], options: { format: keyof typeof formats }) =>
      setExit(await validate(files, options)),
    )
}

async function validate(named: string[], { format }: { format: keyof typeof formats }): Promise<ExitCode> {
  const { validateSources } = await import('../validate/validate-sources.ts') // with the validator: the help starts without it
  const { withCheckout } = await import('../variables/with-checkout.ts')
  const sources = hostFiles(named).map((file) => withCheckout(loadHostFile(file)))
  const { diagnostics } = validateSources(sources)
  process.stdout.write(formats[format](diagnostics, textIn(sources)))
  const errors = countOf(diagnostics.filter(({ severity }) => severity === 'error'))
  const warnings = countOf(diagnostics) - errors
  const told = [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : '']
    .filter(Boolean)
    .join(' and ')
  process.stderr.write(`${counted(sources.length, 'host file')}: ${told || 'no problems found'}.\n`)
  return errors > 0 ? 2 : 0
}
