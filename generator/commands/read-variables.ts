import { AppError } from '../errors/app-error.ts'
import { pretty } from '../errors/format.ts'
import { type Source, textIn } from '../load/source.ts'
import { isReadable, loadVariables } from '../variables/load-variables.ts'

/** Variable files that are to become a host file; prints the errors and stops if one cannot be read. */
export function readVariables(files: string[]): Source[] {
  const sources = files.map(loadVariables)
  const problems = sources.flatMap(({ diagnostics }) => diagnostics)
  process.stderr.write(pretty(problems, textIn(sources)))
  if (sources.every(isReadable)) return sources
  throw new AppError('invalid-variables', 'These variables cannot be read; nothing was written.', {
    hint: 'Fix the problems above; Ansible would fail on them, too.',
  })
}
