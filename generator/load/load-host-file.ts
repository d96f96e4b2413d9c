import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { isMap, isScalar, isSeq, LineCounter, type Scalar } from 'yaml'
import type { Diagnostic, Place } from '../errors/diagnostic.ts'
import { readBounded, UnfitFile } from '../files/read-file.ts'
import { danglingTarget } from '../files/dangling.ts'
import { isSystemError, reasonOf } from '../files/system-error.ts'
import { atOnce, type Steps } from './in-turns.ts'
import { parseSource, parsingSource } from './parse-source.ts'
import { placeAt } from './place.ts'
import { mostParts } from './read-yaml.ts'
import type { Source } from './source.ts'

/** In MiB: a host file is short; a hundred thousand accounts take about ten. */
export const limits = { hostFile: 1, usersFile: 32 }

export interface Loading {
  /** A missing list of accounts counts as empty. */
  mayBeginLists?: boolean
}

/** Reads a host file, and the files that it names for more accounts; what is wrong with them comes back as diagnostics, never as an exception. */
export function loadHostFile(file: string, loading: Loading = {}): Source {
  return atOnce(loadingHostFile(file, loading))
}

/** The same, in steps. */
export function* loadingHostFile(file: string, { mayBeginLists = false }: Loading = {}): Steps<Source> {
  const source = yield* parsing(readText(file, limits.hostFile))
  const lists = listsNamedIn(source)
  if (!lists) return source
  const usersFiles: Source[] = []
  for (const { name, path } of lists) {
    const isBegun = mayBeginLists && !existsSync(path)
    const read = isBegun ? { file: path, text: 'users: []\n' } : readText(path, limits.usersFile, list)
    usersFiles.push(toldWhereNamed(yield* parsing(read, mostUsersParts), placeOfName(source, name)))
  }
  return { ...source, usersFiles }
}

/** What a host file says before its accounts, and the texts of all of it and of its lists; undefined if it names lists only later. */
export function loadHead(file: string): { head: Source; texts: string[] } | undefined {
  const read = readText(file, limits.hostFile)
  if ('diagnostics' in read) return { head: read, texts: [] }
  const { text } = read
  const end = text.search(/^users\s*:|"users"\s*:/m)
  if (end >= 0 && /^["']?users_files\b/m.test(text.slice(end))) return undefined
  const head = parseSource(file, end < 0 ? text : text.slice(0, end))
  const lists = (listsNamedIn(head) ?? []).map(({ path }) => readText(path, limits.usersFile).text)
  return { head, texts: [text, ...lists] }
}

/** The files that it names for more accounts, if it has a list of such names. */
function listsNamedIn({ document, file }: Source): { name: Scalar; path: string }[] | undefined {
  const names = isMap(document?.contents) ? document.get('users_files') : undefined
  if (!isSeq(names)) return undefined
  return names.items.flatMap((item) => {
    const name = isMap(item) ? item.get('file', true) : item
    return isScalar(name) && typeof name.value === 'string' ? [{ name, path: beside(file, name.value) }] : []
  })
}

const mostUsersParts = (mostParts * limits.usersFile) / limits.hostFile

function* parsing(read: FileText | Source, parts?: number): Steps<Source> {
  return 'diagnostics' in read ? read : { ...read, ...(yield* parsingSource(read.file, read.text, parts)) }
}

function placeOfName(source: Source, { range }: Scalar): Place {
  const [start, end] = range ?? [0, 0]
  return placeAt(source, start, end - start)
}

/** A list that is missing or cannot be read is reported where it is named. */
function toldWhereNamed(source: Source, place: Place): Source {
  const diagnostics = source.diagnostics.map((each) => {
    if (each.code === 'empty-file') return { ...each, hint: 'Write users: [], or the users.' }
    return each.place.length === 0 ? { ...each, place } : each
  })
  return { ...source, diagnostics }
}

function beside(file: string, name: string): string {
  return isAbsolute(name) ? name : join(dirname(file), name)
}

/** The text of a file, and the hash of its bytes. */
type FileText = Pick<Source, 'file' | 'text' | 'sha256'>

/** The text of a file of at most so many MiB, or a source with the reason why it cannot be read. */
export function readText(file: string, mebibytes: number, words: Words = hostFile): FileText | Source {
  try {
    return decode(file, readBounded(file, mebibytes))
  } catch (error) {
    return explain(file, error, words)
  }
}

function decode(file: string, bytes: Buffer): FileText | Source {
  const end = firstInvalidByte(bytes)
  if (end === undefined) {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { file, text: bytes.toString('utf8').replace(/^\ufeff/, ''), sha256 }
  }
  const before = bytes.subarray(0, end).toString('utf8')
  const line = before.split('\n').length
  const column = before.length - before.lastIndexOf('\n')
  const source = unreadable(
    file,
    'not-text',
    `Byte ${end + 1} is not text: a host file is YAML in UTF-8.`,
    'Save it as UTF-8. Is this the right file?',
  )
  return {
    ...source,
    diagnostics: source.diagnostics.map((diagnostic) => ({ ...diagnostic, place: { file, line, column, length: 1 } })),
  }
}

/** The first byte that is not UTF-8, or the first control character that text does not have. */
function firstInvalidByte(bytes: Buffer): number | undefined {
  const text = bytes.toString('utf8')
  const at = text.search(/[\0-\x08\x0e-\x1f\ufffd]/)
  return at < 0 ? undefined : Buffer.byteLength(text.slice(0, at))
}

/** The diagnostic for a file that cannot be read. */
interface Words {
  missing: (file: string) => string
  hints: Record<UnfitFile['code'] | 'missing-file', string>
}

const hostFile: Words = {
  missing: (file) => `There is no file ${file}.`,
  hints: {
    'missing-file': 'Name a host file; inventory-examples/ has some to start from.',
    'too-large': 'A host file describes one host; many accounts can go into users_files. Is this the right file?',
    'not-a-file': 'Name a host file; of a directory, the files in it, such as hosts/*.yml.',
  },
}

const list: Words = {
  missing: (file) => `The file ${file}, which this line names, was not found.`,
  hints: {
    'missing-file':
      'Correct the name, which is relative to this file; or begin a list: registrar import-users FILE.csv --group NAME --write',
    'too-large': 'Split the list: users_files can name several files.',
    'not-a-file': 'Name a file that has a list users.',
  },
}

function explain(file: string, error: unknown, { missing, hints }: Words): Source {
  if (error instanceof UnfitFile) return unreadable(file, error.code, error.message, hints[error.code])
  if (!isSystemError(error)) throw error
  const target = danglingTarget(file)
  if (target !== undefined)
    return unreadable(
      file,
      'missing-file',
      `${file} is a link to ${target}, which does not exist.`,
      'Restore that file, or remove the link.',
    )
  if (error.code === 'ENOENT') return unreadable(file, 'missing-file', missing(file), hints['missing-file'])
  return unreadable(
    file,
    'unreadable-file',
    `${file} cannot be read: ${reasonOf(error)}.`,
    'Check the path, the owner and the mode.',
  )
}

function unreadable(file: string, code: Diagnostic['code'], message: string, hint: string): Source {
  const diagnostic: Diagnostic = {
    code,
    severity: 'error',
    place: { file, line: 1, column: 1, length: 0 },
    message,
    hint,
  }
  return { file, text: '', lineCounter: new LineCounter(), diagnostics: [diagnostic] }
}
