import { readBounded, UnfitFile } from '../files/read-file.ts'
import { reasonOf } from '../files/system-error.ts'
import { csvError } from './csv-error.ts'
import { notUtf8, readAll, utf8 } from './read-input.ts'
import { note } from '../ui/verbosity.ts'

/** In MiB. */
const largestCsv = 32

/**
 * The text of a CSV file; `-` is standard input. UTF-16 is recognized by its mark or its zeros. Text that is not UTF-8 either may be
 * read as Windows' Latin-1, which spreadsheets write, unless it may contain passwords, which must not be guessed.
 */
export async function readCsvText(file: string, { mayBeLatin = false }): Promise<string> {
  try {
    const bytes = file === '-' ? await readAll(process.stdin, largestCsv) : readBounded(file, largestCsv)
    const wide = wideEncodingOf(bytes)
    return wide
      ? new TextDecoder(wide, { fatal: true, ignoreBOM: true }).decode(bytes)
      : narrow(bytes, file, mayBeLatin)
  } catch (error) {
    const system = error as NodeJS.ErrnoException
    if (system.code === notUtf8) throw csvError(`${file} is not UTF-8.`, 'Save it as "CSV UTF-8".')
    if (error instanceof UnfitFile)
      throw csvError(error.message, `Name a CSV file of at most ${largestCsv} MiB, or - for standard input.`)
    throw csvError(`${file} cannot be read: ${reasonOf(system)}.`, 'Is the path right?')
  }
}

/** Text in a one-byte encoding contains no zero byte. */
function wideEncodingOf([first, second]: Buffer): string | undefined {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'utf-16be' : undefined
}

function narrow(bytes: Buffer, file: string, mayBeLatin: boolean): string {
  try {
    return utf8(bytes)
  } catch (error) {
    if (!mayBeLatin) throw error
    note(`note: ${file} is not UTF-8; it was read as Windows-1252 (Latin-1).\n`)
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The delimiter, by the first line: in the others it may be part of a field. Excel's own `sep=` line wins. */
export function delimiterOf(text: string): { delimiter: string; firstLine: number } {
  const [line = ''] = text.replace(/^\ufeff/, '').split(/[\r\n]/, 1)
  const named = /^sep=(.)$/i.exec(line)?.[1]
  if (named !== undefined) return { delimiter: named, firstLine: 2 }
  const open = line.replaceAll(/"[^"]*"/g, '')
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: open.split(delimiter).length }))
  const [most] = counts.sort((a, b) => b.count - a.count)
  return { delimiter: most && most.count > 1 ? most.delimiter : ';', firstLine: 1 }
}
