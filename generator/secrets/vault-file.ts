import { isMap, isScalar, parseDocument } from 'yaml'

/** A variable and its ciphertext, as ansible-vault writes it. */
type Vaulted = ReadonlyMap<string, string>

/** The id of the vault whose password encrypted something; undefined: it has none, as with a single password. */
export function vaultIdOf(ciphertext: string): string | undefined {
  return /^\$ANSIBLE_VAULT;1\.2;\w+;(\S+)/.exec(ciphertext)?.[1]
}

/** The values tagged !vault in a file of variables. */
export function readVaulted(text: string): Vaulted {
  const { contents } = parseDocument(text, { logLevel: 'silent' })
  if (!isMap(contents)) return new Map()
  return new Map(
    contents.items.flatMap(({ key, value }) =>
      isScalar(key) && isScalar(value) && value.tag === '!vault' ? [[String(key.value), String(value.value)]] : [],
    ),
  )
}

/** A file of variables with these. */
export function writeVaulted(mark: string, vaulted: Vaulted): string {
  const values = [...vaulted].map(
    ([name, ciphertext]) =>
      `${name}: !vault |\n${ciphertext
        .trimEnd()
        .split('\n')
        .map((line) => `  ${line}\n`)
        .join('')}`,
  )
  return `---\n# ${mark}\n#\n# Secrets that the host file refers to, encrypted by ansible-vault. They\n# override those in vars.yml and registrar.yml, which Ansible reads first.\n\n${values.join('')}`
}
