import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs'
import { AppError } from '../errors/app-error.ts'
import { reading } from './system-error.ts'

/** A path that must not be read: too large, or not a regular file. */
export class UnfitFile extends Error {
  readonly code: 'too-large' | 'not-a-file'

  constructor(code: 'too-large' | 'not-a-file', message: string) {
    super(message)
    this.code = code
  }
}

/**
 * The bytes of a file. Throws an UnfitFile for a pipe, a device and the like, and for a file larger than the limit,
 * and the system's own error for everything else.
 */
export function readBounded(file: string, mebibytes: number): Buffer {
  checkKind(file, statSync(file)) // before it is opened: a socket cannot be, and a device may do something then
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK) // a pipe would wait for its writer
  try {
    const status = fstatSync(descriptor)
    checkKind(file, status)
    return readAtMost(descriptor, status.size, mebibytes * 1024 * 1024, () => {
      throw new UnfitFile('too-large', `${file} is larger than ${mebibytes} MiB.`)
    })
  } finally {
    closeSync(descriptor)
  }
}

/** The size is a hint: a file may grow, and those under /proc have none. */
function readAtMost(descriptor: number, size: number, limit: number, refuse: () => never): Buffer {
  if (size > limit) refuse()
  const chunks: Buffer[] = []
  for (let length = 0; ;) {
    const chunk = Buffer.allocUnsafe(Math.max(size - length, 65_536))
    const read = readSync(descriptor, chunk, 0, chunk.length, null)
    if (read === 0) return Buffer.concat(chunks, length)
    chunks.push(chunk.subarray(0, read))
    length += read
    if (length > limit) refuse()
  }
}

function checkKind(file: string, status: Stats): void {
  if (!status.isFile()) throw new UnfitFile('not-a-file', `${file} is ${kindOf(status)}.`)
}

/** The kind of file at a path, in words. */
export function kindOf(status: Stats): string {
  if (status.isDirectory()) return 'a directory'
  if (status.isFIFO()) return 'a pipe'
  if (status.isSocket()) return 'a socket'
  return status.isFile() ? 'a file' : 'a device'
}

/** The bytes of a file that must exist; throws an AppError with this hint. */
export function readFileOr(hint: string, file: string, mebibytes: number): Buffer {
  try {
    return reading(file, () => readBounded(file, mebibytes), hint)
  } catch (error) {
    if (!(error instanceof UnfitFile)) throw error
    throw new AppError(error.code, `${error.message} A file of at most ${mebibytes} MiB is expected.`, { hint })
  }
}
