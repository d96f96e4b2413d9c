import { Command, Option } from 'commander'
import { type Release, releases } from '../dialects/dialect.ts'
import { newestRelease } from '../dialects/index.ts'
import { type KnownNames, releaseNames } from '../dialects/known-names.ts'
import type { ExitCode } from '../errors/app-error.ts'
import { formats } from '../errors/format.ts'
import { counted } from '../ui/counted.ts'
import { checkoutNames } from '../variables/checkout-names.ts'
import { checkVariables } from '../variables/check-variables.ts'
import { loadVariables } from '../variables/load-variables.ts'

interface Options {
  release?: Release
  checkout?: string
  format: keyof typeof formats
}

/** `registrar check-vars FILE...`: hand-written variables of the playbook, against the names that it has. */
export function checkVarsCommand(setExit: (code: ExitCode) => void): Command {
  return new Command('check-vars')
    .description("check hand-written vars.yml files against the playbook's variables")
    .argument('<file...>', 'files of variables, such as inventory/host_vars/HOST/vars.yml')
    .addOption(
      new Option('--release <release>', `whose names count; default: ${newestRelease}`)
        .choices(releases)
        .conflicts('checkout'),
    )
    .addOption(new Option('--checkout <directory>', 'take the names from this checkout of the playbook'))
    .addOption(
      new Option('--format <format>', 'how problems are told').choices(['pretty', 'json', 'github']).default('pretty'),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  registrar check-vars vars.yml\n  registrar check-vars vars.yml --checkout ../matrix-docker-ansible-deploy',
    )
    .action((files: string[], options: Options) => setExit(checkVars(files, options)))
}

function checkVars(files: string[], { release = newestRelease, checkout, format }: Options): ExitCode {
  const known: KnownNames = checkout === undefined ? releaseNames(release) : checkoutNames(checkout)
  const sources = files.map(loadVariables)
  const diagnostics = sources.flatMap((source) => checkVariables(source, known))
  const texts = new Map(sources.map(({ file, text }) => [file, text]))
  process.stdout.write(formats[format](diagnostics, (file) => texts.get(file) ?? ''))
  process.stderr.write(
    `${counted(files.length, 'file')}: ${diagnostics.length > 0 ? counted(diagnostics.length, 'error') : 'nothing to complain about'}.\n`,
  )
  return diagnostics.length > 0 ? 2 : 0
}
