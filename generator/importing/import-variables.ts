import { basename } from 'node:path'
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

/** Ansible reads every file in the directory of a host. */
export function keptFiles(host: string, kept: Imported['kept']): { path: string; text: string; mode: number }[] {
  const nameOf = (file: string) => (/^vars\.ya?ml$/.test(basename(file)) ? 'kept.yml' : `kept_${basename(file)}`)
  return kept.map(({ file, text }) => ({ path: `inventory/host_vars/${host}/${nameOf(file)}`, text, mode: 0o600 }))
}

export interface ImportOptions {
  /** What is known otherwise, how the host is reached above all; it counts more than the variables. */
  given: Keys
  release: Release
  /** What the checkout of the playbook defines, which then counts instead of the release. */
  known?: KnownNames
}

/** A host file that says what variables of the playbook said, and the rest of them; together they say the same as before. undefined: no domain is to be read. */
export function importVariables(
  sources: Source[],
  { given, release, known: ofCheckout }: ImportOptions,
): Imported | undefined {
  const files = sources.map((source) => ({ source, settings: readSettings(source) }))
  const values = valuesOf(files.flatMap(({ settings }) => settings))
  const known = ofCheckout ?? releaseNames(release)
  const { domain = values.get('matrix_domain') } = given
  if (typeof domain !== 'string') return undefined
  const host = typeof given['host'] === 'string' ? given['host'] : `matrix.${domain.replace(/:\d+$/, '')}`
  const base = { version: 1, domain, host, ...server(values), deployment: { kind: 'playbook', release }, ...given }
  const keys = guesses.reduce<Keys>(
    (sure, guess) => {
      const next = join(sure, guess(values))
      return saysNoMore(next, values, ofCheckout) ? next : sure
    },
    join(base, element(values)),
  )
  const config = withExtraVariables(
    keys,
    valuesOf(files.flatMap(({ settings }) => settings).filter(({ stays }) => !stays)),
    known,
    ofCheckout,
  )
  const rendered = render(config, ofCheckout)
  const isMoved = ({ name, value, stays }: Setting) =>
    !stays && value !== undefined && name in rendered && isDeepStrictEqual(rendered[name], value)
  return {
    host,
    hostFile: `# Made from the variables of ${host}; what they do not say has its default.\n${stringify(config, { lineWidth: 0, compat: 'yaml-1.1' })}`,
    kept: files.map(({ source, settings }) => ({
      file: source.file,
      text: without(source.text, settings.filter(isMoved)),
    })),
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
  return {
    homeserver: values.get('matrix_homeserver_implementation') ?? 'synapse',
    ...(values.get('matrix_authentication_service_enabled') === true ? { authority: 'mas' } : {}),
  }
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
function saysNoMore(keys: Keys, values: ReadonlyMap<string, Plain>, ofCheckout?: KnownNames): boolean {
  if (!validate(keys, ofCheckout)) return false
  const always = Object.keys(
    render({ version: 1, domain: 'example.com', host: 'matrix.example.com', homeserver: 'synapse' }),
  )
  return Object.entries(render(keys, ofCheckout)).every(
    ([name, value]) => always.includes(name) || isDeepStrictEqual(values.get(name), value),
  )
}

/** Everything else that the playbook knows, but nothing that a host file may not have. */
function withExtraVariables(
  keys: Keys,
  values: ReadonlyMap<string, Plain>,
  { names }: KnownNames,
  ofCheckout?: KnownNames,
): Keys {
  const said = render(keys, ofCheckout)
  const rest = [...values].filter(([name]) => !(name in said) && isKnown(name, names))
  const all = { ...keys, ...(rest.length > 0 ? { extra_vars: Object.fromEntries(rest) } : {}) }
  if (validate(all, ofCheckout)) return all
  const fitting = rest.filter(([name, value]) => validate({ ...keys, extra_vars: { [name]: value } }, ofCheckout))
  const some = { ...keys, ...(fitting.length > 0 ? { extra_vars: Object.fromEntries(fitting) } : {}) }
  return validate(some, ofCheckout) ? some : keys
}

function validate(keys: Keys, ofCheckout?: KnownNames): HostConfig | undefined {
  return validateSource({
    ...parseSource('registrar.yml', JSON.stringify(keys)),
    ...(ofCheckout ? { known: ofCheckout } : {}),
  }).config
}

function render(keys: Keys, ofCheckout?: KnownNames): Record<string, unknown> {
  const config = validate(keys, ofCheckout)
  const plan = {
    source: 'registrar.yml',
    outputDirectory: '/',
    hostFileDirectory: '/',
    ...(ofCheckout ? { known: ofCheckout } : {}),
  }
  return (config && playbookVariables(planHost(config, plan), '..')) ?? {}
}

function without(text: string, settings: Setting[]): string {
  return [...settings].reverse().reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
}
