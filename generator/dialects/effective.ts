import { parse } from 'yaml'
import { defaultHomeserver } from '../authorities/names.ts'

export type Values = Record<string, unknown>

/** A value that cannot be read here: a template, a vault. It could be anything. */
export const unreadable = Symbol('unreadable')

/** A setting of a homeserver's own configuration: its value, and the variable that it comes from. */
interface Setting {
  value: unknown
  variable: string
}

/** The homeserver in a host's variables; undefined: it cannot be read. */
export function homeserverOf(values: Values): string | undefined {
  const { matrix_homeserver_implementation: named = defaultHomeserver } = values
  return typeof named === 'string' ? named : undefined
}

/** Synapse's effective settings: the extension is merged over the variables (roles/custom/matrix-synapse). */
export function synapseSetting(values: Values, key: string): Setting {
  return settingOf(values, {
    key: [key],
    variable: `matrix_synapse_${key}`,
    extension: 'matrix_synapse_configuration_extension_yaml',
  })
}

/** Dendrite's effective settings, in its section client_api. */
export function dendriteSetting(values: Values, key: string): Setting {
  return settingOf(values, {
    key: ['client_api', key],
    variable: `matrix_dendrite_client_api_${key}`,
    extension: 'matrix_dendrite_configuration_extension_yaml',
  })
}

function settingOf(
  values: Values,
  { key, variable, extension }: { key: string[]; variable: string; extension: string },
): Setting {
  const extended = key.reduce<unknown>(childOf, extensionIn(values[extension]))
  return extended === undefined ? { value: values[variable], variable } : { value: extended, variable: extension }
}

function childOf(value: unknown, key: string): unknown {
  if (value === unreadable) return unreadable
  return typeof value === 'object' && value !== null ? (value as Values)[key] : undefined
}

/** The text of an extension as data; a template in it could be anything. */
function extensionIn(value: unknown): unknown {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'object' && 'yaml' in value) return value.yaml
  if (typeof value !== 'string') return typeof value === 'object' ? value : unreadable
  try {
    return parse(value, { version: '1.1', logLevel: 'silent' })
  } catch {
    return unreadable
  }
}

/** What cannot be read counts as set. */
export function isSet(value: unknown): boolean {
  return (
    value !== undefined &&
    value !== null &&
    value !== false &&
    value !== '' &&
    !(Array.isArray(value) && value.length === 0)
  )
}
