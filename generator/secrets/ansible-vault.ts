import { execa } from 'execa'
import { AppError } from '../errors/app-error.ts'
import { takenSecrets } from './environment.ts'
import { Secret } from './secret.ts'

interface AnsibleVault {
  /** With the id of the file that it goes into, where that is one of ours. */
  encrypt(secret: Secret, id?: string): Promise<string>
  /** Throws if the vault's password is wrong. */
  decrypt(ciphertext: string): Promise<Secret>
}

/** Where the vault's passwords are, as options of ansible-vault; none: from Ansible's configuration. */
export interface VaultPasswords {
  passwordFile?: string
  /** LABEL@SOURCE, as often as there are. */
  ids?: string[]
  /** The label of the one that encrypts. */
  encryptId?: string
}

/** ansible-vault with the operator's passwords, in files or from programs. */
export function ansibleVault({ passwordFile, ids = [], encryptId }: VaultPasswords): AnsibleVault {
  const options = [
    ...(passwordFile === undefined ? [] : ['--vault-password-file', passwordFile]),
    ...ids.flatMap((id) => ['--vault-id', id]),
  ]
  const isOurs = (id: string) => ids.some((each) => each.startsWith(`${id}@`))
  return {
    encrypt: async (secret, id) => {
      const chosen = encryptId ?? (id !== undefined && isOurs(id) ? id : undefined)
      const withId = chosen === undefined ? [] : ['--encrypt-vault-id', chosen]
      const words = ['encrypt', ...options, ...withId, '--output', '-', '-']
      const { stdout, stderr, failed, code } = await run(words, secret.reveal())
      if (!failed) return stdout
      throw explain(code, `ansible-vault did not encrypt: ${lastLine(stderr)}`)
    },
    decrypt: async (ciphertext) => {
      const { stdout, failed, code } = await run(['decrypt', ...options, '--output', '-', '-'], ciphertext)
      if (!failed) return new Secret(stdout)
      throw explain(code, 'The vault password does not decrypt the existing secrets; nothing was written.')
    },
  }
}

function explain(code: string | undefined, message: string): AppError {
  return code === 'ENOENT'
    ? new AppError('no-ansible', 'ansible-vault was not found.', {
        hint: 'Install ansible-core, or put its bin directory on PATH.',
      })
    : new AppError('vault', message, {
        hint: 'Name the right password: --vault-password-file FILE, a file or a program that prints it; with several, --vault-id LABEL@FILE for each and --encrypt-vault-id LABEL.',
      })
}

/** The input is on standard input, so that it is in no argv. */
async function run(words: string[], input: string) {
  return execa('ansible-vault', words, {
    input,
    reject: false,
    stripFinalNewline: false,
    env: { ...takenSecrets(), ANSIBLE_NOCOLOR: '1' }, // a program that prints the vault's password may need one
  })
}

function lastLine(text: string): string {
  return (text.trim().split('\n').at(-1) ?? '').replace(/^(ERROR! |\[ERROR\]: )/, '')
}
