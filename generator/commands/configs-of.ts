import type { AppError } from '../errors/app-error.ts'
import { pretty } from '../errors/format.ts'
import { takeReferredSecrets } from '../secrets/environment.ts'
import { type Source, textIn } from '../load/source.ts'
import { validateSources } from '../validate/validate-sources.ts'

export type Configs = ReturnType<typeof validateSources>['configs']

/** Reads host files. Prints their errors on standard error and throws `trouble`. */
export function configsOf(sources: Source[], trouble: AppError): Configs {
  const { configs, diagnostics } = validateSources(sources)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) {
    takeReferredSecrets(configs.map(({ config }) => config)) // before anything is started
    return configs
  }
  process.stderr.write(`${pretty(errors, textIn(sources))}\n`)
  throw trouble
}
