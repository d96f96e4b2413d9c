import { AppError } from '../errors/app-error.ts'

/** Reads everything, up to a limit. */
export async function readAll(stream: NodeJS.ReadableStream, mebibytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk)
    chunks.push(bytes)
    length += bytes.length
    if (length > mebibytes * 1024 * 1024)
      throw new AppError('too-large', `Standard input is larger than ${mebibytes} MiB; nothing was done.`, {
        hint: 'Is it the right one?',
      })
  }
  return Buffer.concat(chunks)
}

/** The code of the error that `utf8` throws. */
export const notUtf8 = 'ERR_ENCODING_INVALID_ENCODED_DATA'

/** Text exactly as it is, a byte order mark included. Throws if it is not UTF-8, where Node.js would insert U+FFFD. */
export function utf8(bytes: Buffer): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}
