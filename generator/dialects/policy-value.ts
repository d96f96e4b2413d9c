/** A secret's place, as the host file says it; exactly one key. */
export interface SecretPlace {
  secret: object
}

/** A mapping that the playbook takes as a text of YAML. */
export interface YamlText {
  yaml: PolicyValue
}

export type PolicyValue = string | number | boolean | PolicyValue[] | { [key: string]: PolicyValue } | SecretPlace | YamlText

export type PolicyVariables = Record<string, PolicyValue>

export function isSecretPlace(value: PolicyValue): value is SecretPlace {
  return typeof value === 'object' && 'secret' in value
}

export function isYamlText(value: PolicyValue): value is YamlText {
  return typeof value === 'object' && 'yaml' in value
}
