import { closeSync, fsyncSync, ftruncateSync, linkSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { AppError } from '../errors/app-error.ts'
import { besides } from './replace-file.ts'
import { isSystemError, writing } from './system-error.ts'

/** A new file that was written next to its path, and is moved there at once. */
export interface Staged {
  /** Replaces the content, in the disk space of the first one. */
  fill(text: string): void
  /** Moves it to its path; throws, and keeps the draft, if something exists there by now. */
  place(): void
  /** Removes the draft. */
  discard(): void
}

/** Writes the content of a new file: on the disk when this returns, but not yet at its path. */
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

/** A link never replaces an existing file, as a rename would. */
function link(draft: string, file: string): void {
  try {
    linkSync(draft, file)
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST')
      throw new AppError('exists', `${file} already exists; the new content is in ${draft}.`, {
        hint: 'Move one of the two.',
      })
    throw error
  }
  rmSync(draft, { force: true })
}
