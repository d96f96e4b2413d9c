import { readFileSync } from 'node:fs'
import type { VariableType } from '../../generator/dialects/names.ts'
import { failureOf, factsOf, itemsOf, type Task, tasksOf } from './tasks.ts'
import { filesBelow, isMapping, readMapping, textsIn, yamlBelow } from './yaml-files.ts'

export type Names = Map<string, VariableType>

/** The variables that files of defaults set, with the type of each value. */
export function definedIn(files: string[]): Names {
  return new Map(
    files.flatMap((file) => Object.entries(readMapping(file)).map(([name, value]) => [name, typeOf(value)])),
  )
}

/** Unknown ("?"): nothing, an empty text (which often stands for no number), and what only a template tells. */
export function typeOf(value: unknown): VariableType {
  if (typeof value === 'boolean') return 'b'
  if (typeof value === 'number') return 'n'
  if (Array.isArray(value)) return value.length > 0 ? 'l' : 'c'
  if (isMapping(value)) return 'm'
  return typeof value !== 'string' || value.trim() === '' || /\{[{%]/.test(value) ? '?' : 's'
}

/** What a role defines: its defaults and variables, facts that it sets, and results that it keeps. */
export function definedBy(role: string): Names {
  const files = ['defaults', 'vars'].flatMap((folder) => yamlBelow(`${role}/${folder}`))
  const tasks = tasksOf(role).map(({ task }) => task)
  const facts = tasks.flatMap((task) => [
    ...Object.keys(factsOf(task)),
    ...(isMapping(task['vars']) ? Object.keys(task['vars']) : []),
  ])
  const results = tasks.flatMap(({ register }) => (typeof register === 'string' ? [register] : []))
  return new Map([...[...facts, ...results].map((name) => [name, '?'] as const), ...definedIn(files)])
}

/** What a role asks for, whoever defines it: in templates, in the expressions of its tasks, and by name in loops. */
export function usedBy(role: string): Set<string> {
  const templates = filesBelow(`${role}/templates`).flatMap((file) => expressionsIn(readFileSync(file, 'utf8')))
  const defaults = ['defaults', 'vars']
    .flatMap((folder) => yamlBelow(`${role}/${folder}`))
    .flatMap((file) => expressionsIn(readFileSync(file, 'utf8')))
  const tasks = tasksOf(role).filter((each) => failureOf(each.task) === undefined)
  const written = tasks.flatMap((each) => expressionsOf(each))
  return new Set([
    ...[...templates, ...defaults, ...written].flatMap(identifiersIn),
    ...tasksOf(role).flatMap(namesInLoop),
  ])
}

/** The variables that a file of group_vars asks for. */
export function usedIn(file: string): Set<string> {
  return new Set(expressionsIn(readFileSync(file, 'utf8')).flatMap(identifiersIn))
}

function expressionsOf({ task, conditions }: Task): string[] {
  const conditional = ['when', 'changed_when', 'failed_when', 'until', 'that'].flatMap((key) => textsIn(task[key]))
  return [...conditional, ...textsIn(conditions), ...textsIn(task).flatMap(expressionsIn)]
}

function expressionsIn(text: string): string[] {
  return text.match(/\{\{.*?\}\}|\{%.*?%\}/gs) ?? []
}

/** Names in an expression: no attribute, no text in quotes but the one that a lookup asks for. */
function identifiersIn(expression: string): string[] {
  const asked = [...expression.matchAll(/lookup\(\s*'vars',\s*'(\w+)'/g)].map((match) => match[1] ?? '')
  const unquoted = expression.replace(/'[^']*'|"[^"]*"/g, "''")
  const names = [...unquoted.matchAll(/(?<![\w.])[A-Za-z]\w*(?!\w*\()/g)].map(([name]) => name)
  return [...asked, ...names].filter((name) => name.includes('_') && !name.endsWith('_'))
}

/** Variables that a task goes through by name: a list of texts, or of mappings with a name. */
function namesInLoop({ task }: Task): string[] {
  if (JSON.stringify(task).includes('varnames')) return []
  const names = itemsOf(task).map((item) =>
    isMapping(item) && !('old' in item) ? (item['name'] ?? item['var']) : item,
  )
  return names.filter((name): name is string => typeof name === 'string' && /^[a-z]\w*_\w+$/.test(name))
}
