import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { kindOf } from './read-file.ts'
import { writing } from './system-error.ts'

/** A hidden name next to a file, for its replacement. */
export function besides(file: string): string {
  return join(dirname(file), `.${basename(file)}.registrar-${randomBytes(6).toString('hex')}`)
}

/**
 * Puts a text into a file, whole or not at all: it is written next to it and renamed. The mode and owner of an existing
 * file are kept; for a link, its target is replaced. `mode` is for a new file.
 */
export function replaceFile(file: string, text: string, mode = 0o644): void {
  writing(file, () => {
    const target = replaceable(file)
    const draft = besides(target ?? file)
    try {
      writeFileSync(draft, text, { mode, flag: 'wx' })
      if (target !== undefined) takeOnRights(draft, target)
      renameSync(draft, target ?? file)
    } finally {
      rmSync(draft, { force: true })
    }
  })
}

/** Throws if `replaceFile` would certainly fail; called before something that cannot be repeated. */
export function checkReplaceable(file: string): void {
  writing(file, () => {
    accessSync(dirname(replaceable(file) ?? file), constants.W_OK)
  })
}

/** The file that a path resolves to, if it exists. */
function replaceable(file: string): string | undefined {
  const status = statSync(file, { throwIfNoEntry: false })
  if (!status) return undefined
  if (!status.isFile())
    throw new AppError('not-a-file', `${file} is ${kindOf(status)}; a file is expected.`, {
      hint: 'Nothing was written. Name a file.',
    })
  accessSync(file, constants.W_OK)
  return realpathSync(file)
}

function takeOnRights(draft: string, target: string): void {
  const { mode, uid, gid } = statSync(target)
  const own = statSync(draft)
  if (own.uid !== uid || own.gid !== gid) chownSync(draft, uid, gid)
  chmodSync(draft, mode & 0o7777)
}
