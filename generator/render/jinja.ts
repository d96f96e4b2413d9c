import type { Step, Value, Word } from '../authorities/authority.ts'
import type { ParameterName } from '../operations/parameters.ts'
import { quoteJinja } from '../quoting/jinja.ts'
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
  if (typeof word === 'string') return `[${quoteJinja(word)}]`
  if ('setting' in word) return settingVariable(authority, word.setting)
  return `[${word.program.map((part) => `lookup('ansible.builtin.file', ${quoteJinja(part)}, rstrip=false)`).join(' ~ ')}]`
}

/** What a step sends, as YAML whose secrets and settings Ansible fills in. */
export function requestYaml(step: Step, authority: string): { [key: string]: YamlValue } {
  return mapValues(step.stdin, (value) => valueYaml(value, authority))
}

/** The parameters that are not sent as they are. */
const parameters: Partial<Record<ParameterName, string>> = {
  username: '_matrix_users_localpart',
  password: 'matrix_users_password | string',
}

const facts = { domain: 'matrix_users_domain', check: 'ansible_check_mode' }

function valueYaml(value: Value, authority: string): YamlValue {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item) => valueYaml(item, authority))
  if ('setting' in value) return new Jinja(settingVariable(authority, value.setting))
  if ('parameter' in value) return new Jinja(parameters[value.parameter] ?? `matrix_users_${value.parameter}`)
  if ('fact' in value) return new Jinja(facts[value.fact])
  return mapValues(value.object, (item) => valueYaml(item, authority))
}

export function mapValues<In, Out>(record: { [key: string]: In }, change: (value: In) => Out): { [key: string]: Out } {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
