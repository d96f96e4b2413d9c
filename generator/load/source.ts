import type { Document, LineCounter } from 'yaml'
import type { Diagnostic } from '../errors/diagnostic.ts'

/** A host file as it was read. */
export interface Source {
  /** As the person named it. */
  file: string
  text: string
  /** Of its bytes, in hex; undefined when it could not be read. */
  sha256?: string
  lineCounter: LineCounter
  /** Undefined when the text could not be read as one YAML document. */
  document?: Document.Parsed
  /** The variables that its playbook's checkout defines, and what to call them. */
  playbook?: {
    of: string
    names: ReadonlySet<string>
    roles?: readonly { prefix: string; isSeen: boolean }[]
    validatedVersion?: string
    refused?: ReadonlyMap<string, string | undefined>
  }
  /** What is wrong with the text itself. */
  diagnostics: Diagnostic[]
  /** The files that it names for more accounts. */
  usersFiles?: Source[]
}

/** The text of each file that was read, by its name; empty for any other. */
export function textIn(sources: Source[]): (file: string) => string {
  const texts = new Map(
    sources.flatMap((source) => [source, ...(source.usersFiles ?? [])]).map(({ file, text }) => [file, text]),
  )
  return (file) => texts.get(file) ?? ''
}
