import { AppError } from '../errors/app-error.ts'
import { variableFiles } from '../variables/variable-files.ts'

/** The files of variables that a path stands for. A directory without one is more likely the wrong one than one that is fine. */
export function filesOf(path: string): string[] {
  const files = variableFiles(path)
  if (files.length > 0) return files
  throw new AppError('unreadable', `${path} is a directory without a file of variables.`, {
    hint: 'Name a file of variables, or a directory such as inventory/host_vars/HOST.',
  })
}
