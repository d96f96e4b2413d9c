import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { named, shortened } from './foreign-text.ts'
import type { Reply } from './get.ts'
import { error, type Problem } from './problem.ts'
import { propertyOf } from './property-of.ts'

interface Body {
  /** Undefined where its readers cannot make text of it. */
  text?: string
  problems: Problem[]
}

const decompressors: Record<string, typeof gunzipSync> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
}

/** The same bound as for what is sent: a small answer can be made to grow to any size. */
const largest = { maxOutputLength: 256 * 1024 }

/** The text of an answer, as browsers or other servers read it: decompressed, and UTF-8. */
export function readBody({ headers, body }: Reply, url: URL, by: 'browsers' | 'servers'): Body {
  const encoding = ([headers['content-encoding']].flat()[0] ?? '').trim().toLowerCase()
  if (encoding === '' || encoding === 'identity') return decode(body, url, by)
  const decompress = Object.hasOwn(decompressors, encoding) ? decompressors[encoding] : undefined
  if (!decompress) return { problems: [undoable(url, encoding)] }
  try {
    const read = decode(decompress(body, largest), url, by)
    return by === 'browsers' ? read : { ...read, problems: [compressed(url, encoding), ...read.problems] }
  } catch (cause) {
    return {
      problems: [propertyOf(cause, 'code') === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(url) : notCompressed(url, encoding)],
    }
  }
}

function decode(body: Uint8Array, url: URL, by: 'browsers' | 'servers'): Body {
  const wide = wideEncoding(body)
  if (wide !== undefined) return { problems: [notUtf8(url, `${wide}, not UTF-8`)] }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)
    if (!text.startsWith('\u{feff}')) return { text, problems: [] }
    // Browsers read past the mark; Synapse, Dendrite and clients outside browsers do not.
    return { ...(by === 'browsers' ? { text: text.slice(1) } : {}), problems: [byteOrderMark(url)] }
  } catch {
    return { problems: [notUtf8(url, 'not UTF-8')] }
  }
}

/** UTF-16, with its mark or by the zeros that it has around the brace that JSON begins with. */
function wideEncoding([first, second]: Uint8Array): string | undefined {
  const littleEndian = (first === 0xff && second === 0xfe) || (first !== undefined && first > 0 && second === 0)
  const bigEndian = (first === 0xfe && second === 0xff) || (first === 0 && second !== undefined && second > 0)
  return littleEndian || bigEndian ? 'UTF-16' : undefined
}

function byteOrderMark(url: URL): Problem {
  return error(
    'byte-order-mark',
    `${shortened(url.href)} starts with a byte order mark (BOM), which only browsers skip.`,
    'Save the file as UTF-8 without BOM.',
  )
}

function notUtf8(url: URL, what: string): Problem {
  return error('not-utf8', `${shortened(url.href)} is ${what}.`, 'Save the file as UTF-8.')
}

function compressed(url: URL, encoding: string): Problem {
  return error(
    'compressed',
    `${shortened(url.href)} is sent compressed (${encoding}) without being asked for that, and Synapse cannot read it.`,
    `Let the web server of ${url.host} compress only for those who send Accept-Encoding.`,
  )
}

function undoable(url: URL, encoding: string): Problem {
  return error(
    'compressed',
    `${shortened(url.href)} is sent with the Content-Encoding ${named(encoding)}, which nobody asked for.`,
    `Let the web server of ${url.host} use gzip, or send the file as it is.`,
  )
}

function notCompressed(url: URL, encoding: string): Problem {
  return error(
    'compressed',
    `${shortened(url.href)} is sent as compressed (${encoding}), but is not, or is damaged.`,
    `Remove the header Content-Encoding in the web server of ${url.host}, or let it compress the file itself.`,
  )
}

function tooLarge(url: URL): Problem {
  return error(
    'too-large',
    `${shortened(url.href)} has more than 256 KiB when decompressed.`,
    'A file of a few lines is expected there; see which one the web server sends.',
  )
}
