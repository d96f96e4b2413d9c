import { isDeepStrictEqual } from 'node:util'
import { fronts } from '../authorities/index.ts'
import { newestRelease, type Release } from '../dialects/releases.ts'
import { adminApiVariable, replaceable } from '../dialects/mas-variables.ts'
import { webKeys } from '../dialects/web-clients.ts'
import { isKnown } from '../dialects/judge-name.ts'
import { referencesIn } from '../dialects/secret-reference.ts'
import { type PlaybookNames, releaseNames } from '../dialects/playbook-names.ts'
import type { HostConfig } from '../generated/host-config.ts'
import { editText } from '../load/edit-text.ts'
import { parseSource } from '../load/parse-source.ts'
import type { Source } from '../load/source.ts'
import { planHost } from '../plan/plan-host.ts'
import { playbookVariables } from '../render/host-variables.ts'
import { validateSource } from '../validate/validate-source.ts'
import { guesses, type Keys, serversIn, type Values } from './guess-keys.ts'
import type { Plain } from './plain-value.ts'
import { withoutPresets } from './presets.ts'
import { readSettings, type Setting } from './read-settings.ts'
import { type Comments, writeKeys } from './write-keys.ts'

interface Imported {
  host: string
  /** The host file's text. */
  hostFile: string
  /** What stays in Ansible's own files, byte for byte: by the file that it came from. */
  kept: { file: string; text: string }[]
  /** How many variables moved to the host file, and how many stayed. */
  moved: number
  stayed: string[]
}

interface ImportOptions {
  /** Keys that are given, such as `connection`; they override the variables. */
  given: Keys
  release: Release
  /** What the checkout of the playbook defines, which then counts instead of the release. */
  playbook?: PlaybookNames
  /** Names that other files of the host set, which stay as they are. */
  elsewhere?: string[]
}

/** The Matrix server name, if a file has it unencrypted; the last of several wins, as in Ansible. */
export function domainIn(sources: Source[]): string | undefined {
  const settings = sources.map((source) => readSettings(source).findLast(({ name }) => name === 'matrix_domain'))
  const [first, second] = settings.filter((setting) => setting !== undefined)
  return second === undefined && typeof first?.value === 'string' ? first.value : undefined
}

/** Splits the playbook's variables into a host file and the rest, which together mean the same as before. undefined: there is no domain. */
export function importVariables(sources: Source[], options: ImportOptions): Imported | undefined {
  const { given, release, playbook: ofCheckout } = options
  const files = sources.map((source) => ({ source, settings: readSettings(source) }))
  const settings = files.flatMap((file) => file.settings)
  const values = valuesOf(settings, options.elsewhere)
  const { domain = values.get('matrix_domain') } = given
  if (typeof domain !== 'string') return undefined
  const host = typeof given['host'] === 'string' ? given['host'] : `matrix.${domain.replace(/:\d+$/, '')}`
  const deployment = release === newestRelease ? {} : { deployment: { kind: 'playbook', release } }
  const base = { version: 1, domain, host, ...serversIn(values), ...deployment, ...given }
  const { keys, keyOf } = guessAll(join(base, element(values, domain)), values, ofCheckout)
  const movable = valuesOf(settings, options.elsewhere, ({ stays }) => !stays)
  const config = withExtraVariables(
    keys,
    withoutPresets(movable, domain),
    ofCheckout ?? releaseNames(release),
    ofCheckout,
  )
  const rendered = render(config, ofCheckout)
  const isMoved = ({ name, value, stays }: Setting) =>
    !stays &&
    value !== undefined &&
    name in rendered &&
    movable.get(name) === value &&
    isDeepStrictEqual(rendered[name], value)
  return {
    host,
    hostFile: writeKeys(config, commentsOf(settings.filter(isMoved), keyOf)),
    kept: files.map(({ source, settings: own }) => ({
      file: source.file,
      text: without(source.text, own.filter(isMoved)),
    })),
    moved: settings.filter(isMoved).length,
    stayed: settings.filter((setting) => !isMoved(setting)).map(({ name }) => name),
  }
}

/** Every guess that renders nothing but what the variables have, and which key replaces which variable. */
function guessAll(base: Keys, values: Values, ofCheckout?: PlaybookNames): { keys: Keys; keyOf: Map<string, string> } {
  const keyOf = new Map([
    ['matrix_domain', 'domain'],
    ['matrix_homeserver_implementation', 'homeserver'],
    ...fronts.map(({ enabledBy }): [string, string] => [enabledBy, 'authority']),
    ['matrix_client_element_enabled', 'web'],
    ['matrix_server_fqn_element', 'web'],
    [adminApiVariable, 'access'],
  ])
  const beyond = withoutPresets(values, String(base['domain']))
  const keys = guesses.reduce<Keys>((sure, guess) => {
    const found = guess(beyond)
    const next = join(sure, found)
    if (!rendersNoMore(next, { base, values }, ofCheckout)) return sure
    const before = render(sure, ofCheckout)
    const [key = ''] = Object.keys(found)
    for (const name of Object.keys(render(next, ofCheckout))) if (!(name in before)) keyOf.set(name, key)
    return next
  }, base)
  return { keys, keyOf }
}

/** A comment moves above the key that replaces its variable. */
function commentsOf(moved: Setting[], keyOf: ReadonlyMap<string, string>): Comments {
  const comments: Comments = { keys: new Map(), extraVariables: new Map() }
  for (const { name, comment } of moved) {
    const key = keyOf.get(name)
    const at = key === undefined ? comments.extraVariables : comments.keys
    if (comment.length > 0) at.set(key ?? name, [...(at.get(key ?? name) ?? []), ...comment])
  }
  return comments
}

/** A name that several files set, or that is a template in one, has no certain value; it is only recorded as set. */
function valuesOf(
  settings: Setting[],
  elsewhere: string[] = [],
  fits: (setting: Setting) => boolean = () => true,
): Values {
  const names = [...settings.map(({ name }) => name), ...elsewhere]
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const readable = settings
    .filter((setting) => counts.get(setting.name) === 1 && fits(setting))
    .flatMap(({ name, value }): [string, Plain][] => (value === undefined ? [] : [[name, value]]))
  return Object.assign(new Map(readable), { isSet: new Set(names) })
}

function element(values: Values, domain: string): Keys {
  const web = webKeys((...names) => {
    const name = names.find((each) => values.isSet.has(each))
    return name === undefined ? undefined : String(values.get(name) ?? '') || null
  }, domain)
  return Object.keys(web).length > 0 ? { web: { ...web } } : {}
}

/** A host file with more keys; what `web` has already stays. */
function join(keys: Keys, more: Keys): Keys {
  const web = { ...(keys['web'] as Keys | undefined), ...(more['web'] as Keys | undefined) }
  return { ...keys, ...more, ...(Object.keys(web).length > 0 ? { web } : {}) }
}

/** Whether a host file is valid, and renders nothing but what it did before and what the variables say. */
function rendersNoMore(
  keys: Keys,
  { base, values }: { base: Keys; values: Values },
  ofCheckout?: PlaybookNames,
): boolean {
  if (!validate(keys, ofCheckout)) return false
  const before = render(base, ofCheckout)
  return Object.entries(render(keys, ofCheckout)).every(([name, value]) =>
    isDeepStrictEqual(name in before ? before[name] : values.get(name), value),
  )
}

/** Everything else that the playbook knows, but nothing that a host file may not have; how a host is reached is no setting of the playbook. */
function withExtraVariables(keys: Keys, values: Values, playbook: PlaybookNames, ofCheckout?: PlaybookNames): Keys {
  const rendered = render(keys, ofCheckout)
  const rest = [...values].filter(
    ([name, value]) =>
      !(name in rendered) &&
      !name.startsWith('ansible_') &&
      isKnown(name, playbook) &&
      referencesIn(value).length === 0,
  )
  const all = { ...keys, ...(rest.length > 0 ? { extra_vars: Object.fromEntries(rest) } : {}) }
  if (validate(all, ofCheckout)) return all
  const fitting = rest.filter(([name, value]) => validate({ ...keys, extra_vars: { [name]: value } }, ofCheckout))
  const some = { ...keys, ...(fitting.length > 0 ? { extra_vars: Object.fromEntries(fitting) } : {}) }
  return validate(some, ofCheckout) ? some : keys
}

function validate(keys: Keys, ofCheckout?: PlaybookNames): HostConfig | undefined {
  return validateSource({
    ...parseSource('registrar.yml', JSON.stringify(keys)),
    ...(ofCheckout ? { playbook: ofCheckout } : {}),
  }).config
}

function render(keys: Keys, ofCheckout?: PlaybookNames): Record<string, unknown> {
  const config = validate(keys, ofCheckout)
  const plan = {
    source: 'registrar.yml',
    outputDirectory: '/',
    hostFileDirectory: '/',
    elementHostnames: ['unreadable'] as const, // what is imported has Element at home
    ...(ofCheckout ? { playbook: ofCheckout } : {}),
  }
  const rendered = (config && playbookVariables(planHost(config, plan), '..')) ?? {}
  return Object.fromEntries(Object.entries(rendered).filter(([name]) => !replaceable.includes(name))) // the own ones stay, with their secrets
}

function without(text: string, settings: Setting[]): string {
  return editText(
    text,
    settings.map(({ start, end }) => ({ start, end, to: '' })),
  )
}
