import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { variableFiles } from '../variables/variable-files.ts'

const kinds = ['group_vars', 'host_vars']

/** The variable files at a path. A directory without any is an error: it is probably the wrong one. */
export function filesOf(path: string): string[] {
  const files = isInventory(path) ? kinds.flatMap((kind) => filesIn(join(path, kind))) : variableFiles(path)
  if (files.length > 0) return files
  throw new AppError('unreadable', `${path} is a directory without variable files.`, {
    hint: 'Name a variable file, or a directory such as inventory/host_vars/HOST.',
  })
}

/** Whether a directory is an inventory. */
export function isInventory(path: string): boolean {
  return kinds.some((kind) => existsSync(join(path, kind)))
}

function filesIn(directory: string): string[] {
  return existsSync(directory) ? variableFiles(directory) : []
}
