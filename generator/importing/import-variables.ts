import { isDeepStrictEqual } from 'node:util'
import { stringify } from 'yaml'
import type { Release } from '../dialects/dialect.ts'
import { isKnown } from '../dialects/judge-name.ts'
import { type KnownNames, releaseNames } from '../dialects/known-names.ts'
import type { HostConfig } from '../generated/host-config.ts'
import { parseSource } from '../load/parse-source.ts'
import type { Source } from '../load/source.ts'
import { planHost } from '../plan/plan-host.ts'
import { playbookVariables } from '../render/host-variables.ts'
import { validateSource } from '../validate/validate-source.ts'
import { guesses, type Keys } from './guess-keys.ts'
import type { Plain } from './plain-value.ts'
import { readSettings, type Setting } from './read-settings.ts'

export interface Imported {
  host: string
  /** The host file's text. */
  hostFile: string
  /** What stays in Ansible's own files, byte for byte: by the file that it came from. */
  kept: { file: string; text: string }[]
  /** How many variables the host file says now, and how many stayed. */
  moved: number
  stayed: string[]
}

export interface ImportOptions {
  host?: string
  release: Release
  connection: Keys
}

/** A host file that says what variables of the playbook said, and the rest of them; together they say the same as before. undefined: no domain is to be read. */
export function importVariables(sources: Source[], { host: named, release, connection }: ImportOptions): Imported | undefined {
  const files = sources.map((source) => ({ source, settings: readSettings(source) }))
  const values = valuesOf(files.flatMap(({ settings }) => settings))
  const known = releaseNames(release)
  const domain = values.get('matrix_domain')
  if (typeof domain !== 'string') return undefined
  const host = named ?? `matrix.${domain.replace(/:\d+$/, '')}`
  const base = { version: 1, domain, host, ...server(values), deployment: { kind: 'playbook', release }, connection }
  const keys = guesses.reduce<Keys>((sure, guess) => {
    const next = join(sure, guess(values))
    return saysNoMore(next, values) ? next : sure
  }, join(base, element(values)))
  const config = withExtraVariables(keys, valuesOf(files.flatMap(({ settings }) => settings).filter(({ stays }) => !stays)), known)
  const rendered = render(config)
  const isMoved = ({ name, value, stays }: Setting) => !stays && value !== undefined && name in rendered && isDeepStrictEqual(rendered[name], value)
  return {
    host,
    hostFile: `# Made from the variables of ${host}; what they do not say has its default.\n${stringify(config, { lineWidth: 0, compat: 'yaml-1.1' })}`,
    kept: files.map(({ source, settings }) => ({ file: source.file, text: without(source.text, settings.filter(isMoved)) })),
    moved: files.flatMap(({ settings }) => settings.filter(isMoved)).length,
    stayed: files.flatMap(({ settings }) => settings.filter((setting) => !isMoved(setting)).map(({ name }) => name)),
  }
}

/** A name that several files set, or that is not data alone in one, says nothing for certain. */
function valuesOf(settings: Setting[]): ReadonlyMap<string, Plain> {
  const once = settings.filter(({ name }) => settings.filter((other) => other.name === name).length === 1)
  return new Map(once.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])))
}

function server(values: ReadonlyMap<string, Plain>): Keys {
  return { homeserver: values.get('matrix_homeserver_implementation') ?? 'synapse', ...(values.get('matrix_authentication_service_enabled') === true ? { authority: 'mas' } : {}) }
}

function element(values: ReadonlyMap<string, Plain>): Keys {
  if (values.get('matrix_client_element_enabled') === false) return { web: { element: false } }
  const name = values.get('matrix_server_fqn_element')
  return typeof name === 'string' ? { web: { element: `https://${name}` } } : {}
}

/** A host file with more keys; what `web` has already stays. */
function join(keys: Keys, more: Keys): Keys {
  const web = { ...(keys['web'] as Keys | undefined), ...(more['web'] as Keys | undefined) }
  return { ...keys, ...more, ...(Object.keys(web).length > 0 ? { web } : {}) }
}

/** Whether a host file is valid, and renders nothing that the variables do not say. */
function saysNoMore(keys: Keys, values: ReadonlyMap<string, Plain>): boolean {
  if (!validate(keys)) return false
  const always = Object.keys(render({ version: 1, domain: 'example.com', host: 'matrix.example.com', homeserver: 'synapse' }))
  return Object.entries(render(keys)).every(([name, value]) => always.includes(name) || isDeepStrictEqual(values.get(name), value))
}

/** Everything else that the playbook knows, but nothing that a host file may not have. */
function withExtraVariables(keys: Keys, values: ReadonlyMap<string, Plain>, { names }: KnownNames): Keys {
  const said = render(keys)
  const rest = [...values].filter(([name]) => !(name in said) && isKnown(name, names))
  const all = { ...keys, ...(rest.length > 0 ? { extra_vars: Object.fromEntries(rest) } : {}) }
  if (validate(all)) return all
  const fitting = rest.filter(([name, value]) => validate({ ...keys, extra_vars: { [name]: value } }))
  const some = { ...keys, ...(fitting.length > 0 ? { extra_vars: Object.fromEntries(fitting) } : {}) }
  return validate(some) ? some : keys
}

function validate(keys: Keys): HostConfig | undefined {
  return validateSource(parseSource('registrar.yml', JSON.stringify(keys))).config
}

function render(keys: Keys): Record<string, unknown> {
  const config = validate(keys)
  return (config && playbookVariables(planHost(config, { source: 'registrar.yml', outputDirectory: '/', hostFileDirectory: '/' }), '..')) ?? {}
}

function without(text: string, settings: Setting[]): string {
  return [...settings].reverse().reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
}
