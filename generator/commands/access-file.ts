import { AppError } from '../errors/app-error.ts'
import { checkReplaceable, replaceFile } from '../files/replace-file.ts'
import { loadHostFile } from '../load/load-host-file.ts'
import { parseSource } from '../load/parse-source.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import { type AccessLines, withAccess } from './edit-access.ts'

/** The host file with a changed `access`. */
interface Edited {
  plan: HostPlan
  /** Whether the text differs. */
  isChanged: boolean
  /** Writes it, unless somebody changed the file meanwhile. */
  write: () => void
}

/** Throws early if the file cannot be edited or written, before anything is done. */
export async function editHostFile(file: string, directory: string, lines: AccessLines): Promise<Edited> {
  const [{ configsOf }, { planHost }] = await Promise.all([import('./configs-of.ts'), import('../plan/plan-host.ts')])
  const before = loadHostFile(file)
  const text = withAccess(before.text, lines)
  const byHand = Object.entries(lines).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]))
  const trouble = new AppError('not-added', `registrar cannot edit access in ${file}; nothing was done.`, {
    hint: `Edit it by hand: access: { ${byHand.join(', ')} }`,
  })
  if (text === undefined) throw trouble
  checkReplaceable(file)
  const [{ config } = { config: undefined }] = configsOf([{ ...before, ...parseSource(file, text) }], trouble)
  if (!config) throw trouble
  return {
    plan: planHost(config, { source: file, outputDirectory: directory, hostFileDirectory: directory }),
    isChanged: text !== before.text,
    write: () => {
      if (loadHostFile(file).sha256 !== before.sha256)
        throw new AppError('changed-meanwhile', `${file} was changed meanwhile; it was left as it is.`, {
          hint: 'Run the same command again.',
        })
      if (text !== before.text) replaceFile(file, text)
    },
  }
}
