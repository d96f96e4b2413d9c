import { closeSync, fsyncSync, ftruncateSync, linkSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { AppError } from '../errors/app-error.ts'
import { besides } from './replace-file.ts'
import { isSystemError, writing } from './system-error.ts'

/** A file whose content was written beside its place, and that appears there at once. */
export interface Staged {
  /** Another content, which takes the disk space that the first one had. */
  fill(text: string): void
  /** Puts it in its place; throws when something stands there by now, and keeps the draft then. */
  place(): void
  /** Takes the draft away. */
  discard(): void
}

/** Writes the content of a file that is not there yet: on the disk when this returns, but not yet in its place. */
export function stageNew(file: string, text: string, mode = 0o644): Staged {
  const draft = besides(file)
  const discard = () => rmSync(draft, { force: true })
  writing(file, () => {
    try {
      write(draft, text, 'wx', mode)
    } catch (error) {
      discard()
      throw error
    }
  })
  return {
    fill: (other) => writing(file, () => write(draft, other, 'r+', mode)),
    place: () => writing(file, () => link(draft, file)),
    discard,
  }
}

function write(draft: string, text: string, flag: 'wx' | 'r+', mode: number): void {
  const descriptor = openSync(draft, flag, mode)
  try {
    writeFileSync(descriptor, text)
    ftruncateSync(descriptor, Buffer.byteLength(text))
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** A link never replaces what is there, as a rename would. */
function link(draft: string, file: string): void {
  try {
    linkSync(draft, file)
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST')
      throw new AppError('exists', `${file} already exists; what was to go there is in ${draft}.`, {
        hint: 'Move one of the two.',
      })
    throw error
  }
  rmSync(draft, { force: true })
}
