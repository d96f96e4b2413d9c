import type { Authority, Step, Value, Word } from '../authorities/authority.ts'
import { Jinja, type YamlValue } from './yaml.ts'

/** The role variable that holds an authority's setting. */
export function settingVariable(authority: string, setting: string): string {
  return `matrix_users_${authority}_${setting}`
}

/** A command as one Jinja list. */
export function argvExpression(argv: Word[], authority: string): string {
  return argv.map((word) => wordExpression(word, authority)).join(' + ')
}

function wordExpression(word: Word, authority: string): string {
  if (typeof word === 'string') return `['${word}']`
  if ('setting' in word) return settingVariable(authority, word.setting)
  return `[lookup('ansible.builtin.file', '${word.program}')]`
}

/** What a step sends, as YAML whose secrets and settings Ansible fills in. */
export function requestYaml(step: Step, authority: string): { [key: string]: YamlValue } {
  return mapValues(step.stdin, (value) => valueYaml(value, authority))
}

const parameters: Record<string, string> = {
  username: '_matrix_users_localpart',
  password: 'matrix_users_password | string',
  admin: '_matrix_users_is_admin | bool',
}

const facts = { domain: 'matrix_users_domain' }

function valueYaml(value: Value, authority: string): YamlValue {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item) => valueYaml(item, authority))
  if ('setting' in value) return new Jinja(settingVariable(authority, value.setting))
  if ('parameter' in value) return new Jinja(parameters[value.parameter] ?? value.parameter)
  if ('fact' in value) return new Jinja(facts[value.fact])
  if ('act' in value) return new Jinja(`ansible_check_mode | ternary('${value.predict}', '${value.act}')`)
  return mapValues(value.object, (item) => valueYaml(item, authority))
}

/** Every sign that some step of the authority answers with, and what it means. */
export function allAnswers(authority: Authority): Record<string, string> {
  const steps = [authority.ready, ...Object.values(authority.operations).flatMap((operation) => ('refused' in operation ? [] : operation))]
  const otherwise = { otherwise: authority.ready.otherwise }
  return Object.assign({}, ...steps.map((step) => step.answers), otherwise) as Record<string, string>
}

export function mapValues<In, Out>(record: { [key: string]: In }, change: (value: In) => Out): { [key: string]: Out } {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
