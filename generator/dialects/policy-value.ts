/** A secret reference of the host file (exactly one key), and the key that has it. */
interface SecretPlace {
  secret: object
  setting: string
}

/** A mapping that the playbook takes as a text of YAML. */
interface YamlText {
  yaml: PolicyValue
}

export type PolicyValue =
  string | number | boolean | PolicyValue[] | { [key: string]: PolicyValue } | SecretPlace | YamlText

export type PolicyVariables = Record<string, PolicyValue>

/** Merges the variables of several parts, including YAML texts that several parts write to. */
export function combine(parts: PolicyVariables[]): PolicyVariables {
  return parts.reduce((all, part) => {
    const both = Object.entries(part).map(([name, value]) => {
      const before = all[name]
      return [
        name,
        before !== undefined && isYamlText(before) && isYamlText(value)
          ? { yaml: merge(before.yaml, value.yaml) }
          : value,
      ]
    })
    return { ...all, ...(Object.fromEntries(both) as PolicyVariables) }
  }, {})
}

function merge(a: PolicyValue, b: PolicyValue): PolicyValue {
  if (!isMapping(a) || !isMapping(b)) return b
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return Object.fromEntries(
    keys.map((key) => [
      key,
      a[key] !== undefined && b[key] !== undefined ? merge(a[key], b[key]) : ((b[key] ?? a[key]) as PolicyValue),
    ]),
  )
}

export function isMapping(value: PolicyValue): value is { [key: string]: PolicyValue } {
  return typeof value === 'object' && !Array.isArray(value)
}

export function isSecretPlace(value: PolicyValue): value is SecretPlace {
  return typeof value === 'object' && 'secret' in value
}

export function isYamlText(value: PolicyValue): value is YamlText {
  return typeof value === 'object' && 'yaml' in value
}
