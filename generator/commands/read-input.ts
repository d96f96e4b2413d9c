import { buffer } from 'node:stream/consumers'

export async function readAll(stream: NodeJS.ReadableStream): Promise<Buffer> {
  return buffer(stream)
}

/** The code of what `utf8` throws. */
export const notUtf8 = 'ERR_ENCODING_INVALID_ENCODED_DATA'

/** Text exactly as it is, a byte order mark included. Throws where Node.js itself would put U+FFFD in the place of what is not UTF-8. */
export function utf8(bytes: Buffer): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}
