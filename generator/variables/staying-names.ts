import { isDeepStrictEqual } from 'node:util'
import { judgeName } from '../dialects/judge-name.ts'
import type { PlaybookNames } from '../dialects/playbook-names.ts'
import type { Source } from '../load/source.ts'
import { opaque, type Variable, variablesOf } from './load-variables.ts'
import { namesInTemplates } from './names-in-templates.ts'

/** A file that counts for a host together with one that is rewritten. */
export interface Sibling {
  source: Source
  /** Whether it is rewritten, too. */
  isRewritten: boolean
}

/** Why a name that has a new one stays as it is. */
interface Staying {
  message: string
  hint: string
}

/** The new name of a variable; undefined: it was not simply renamed. */
export function newNameOf(name: string, playbook: PlaybookNames): string | undefined {
  const verdict = judgeName(name, playbook, false)
  return verdict.kind === 'renamed' ? verdict.to : undefined
}

/** The names in a file that stay, because the new name would change which file wins. */
export function stayingNames(source: Source, siblings: Sibling[], playbook: PlaybookNames): Map<string, Staying> {
  const renamed = variablesOf(source).flatMap((variable) => {
    const to = newNameOf(variable.name, playbook)
    return to === undefined ? [] : [{ variable, to }]
  })
  if (renamed.length === 0 || siblings.length === 0) return new Map()
  const others = siblings.map((sibling) => read(sibling, playbook))
  const staying = renamed.flatMap(({ variable, to }): [string, Staying][] => {
    const why = others.flatMap((other) => whyStays(variable, to, other) ?? [])[0]
    return why ? [[variable.name, why]] : []
  })
  return new Map(staying)
}

/** The names in a file's templates that stay in the file that sets them, with the reason if that file does not show it. */
export function mentionsStaying(
  source: Source,
  siblings: Sibling[],
  playbook: PlaybookNames,
): Map<string, Staying | undefined> {
  const names = new Set(siblings.length > 0 ? namesInTemplates(source).map(({ name }) => name) : [])
  const kept = siblings.flatMap(({ source: other, isRewritten }): [string, Staying | undefined][] => {
    const mentioned = names.size > 0 ? variablesOf(other).filter(({ name }) => names.has(name)) : []
    if (mentioned.length === 0) return []
    if (!isRewritten) return mentioned.map(({ name, start }) => [name, staysAlone(name, placeOf(other, start))])
    const around = [{ source, isRewritten }, ...siblings.filter((each) => each.source !== other)]
    return [...stayingNames(other, around, playbook).keys()].map((name) => [name, undefined])
  })
  return new Map(kept)
}

interface Other extends Sibling {
  /** The variables of a file by the names that they have by now. */
  byNewName: Map<string, Variable[]>
  mentions: Map<string, number>
}

function read(sibling: Sibling, playbook: PlaybookNames): Other {
  const byNewName = new Map<string, Variable[]>()
  for (const variable of variablesOf(sibling.source)) {
    const name = newNameOf(variable.name, playbook) ?? variable.name
    byNewName.set(name, [...(byNewName.get(name) ?? []), variable])
  }
  const mentions = new Map(namesInTemplates(sibling.source).map(({ name, start }) => [name, start]))
  return { ...sibling, byNewName, mentions }
}

function whyStays({ name, value }: Variable, to: string, other: Other): Staying | undefined {
  const { source, isRewritten, byNewName, mentions } = other
  const sameThing = byNewName.get(to) ?? []
  const same = sameThing.find((each) => each.name === name)
  const different = sameThing.find((each) => each.name !== name && !isSame(each.value, value))
  if (different) return staysBeside(name, to, different.name, placeOf(source, different.start))
  if (isRewritten) return undefined
  const at = same?.start ?? mentions.get(name)
  return at === undefined ? undefined : staysAlone(name, placeOf(source, at))
}

function isSame(one: unknown, other: unknown): boolean {
  return one !== opaque && isDeepStrictEqual(one, other)
}

function staysBeside(name: string, to: string, other: string, place: string): Staying {
  return {
    message: `${name} would become ${to}, but ${place} sets ${other === to ? 'that' : `${other}, which is the same setting`} to something else.`,
    hint: `Decide which value is right, and remove the other line.`,
  }
}

function staysAlone(name: string, place: string): Staying {
  return {
    message: `${name} is also in ${place}, which is not being rewritten.`,
    hint: 'Rewrite the files together: name both, or their directory.',
  }
}

function placeOf({ file, lineCounter }: Source, at: number): string {
  return `${file}:${lineCounter.linePos(at).line}`
}
