import { execa } from 'execa'
import { AppError } from '../errors/app-error.ts'
import { Secret } from './secret.ts'

export interface AnsibleVault {
  encrypt(secret: Secret): Promise<string>
  /** undefined: by another password. */
  decrypt(ciphertext: string): Promise<Secret | undefined>
}

/** ansible-vault with the operator's password, in a file or from a program; undefined: what Ansible's own configuration says. */
export function ansibleVault(passwordFile: string | undefined): AnsibleVault {
  const options = passwordFile === undefined ? [] : ['--vault-password-file', passwordFile]
  return {
    encrypt: async (secret) => {
      const { stdout, stderr, failed, code } = await run(['encrypt', ...options, '--output', '-', '-'], secret.reveal())
      if (!failed) return stdout
      if (code === 'ENOENT')
        throw new AppError('no-ansible', 'There is no ansible-vault here.', {
          hint: 'Install ansible-core, or put its bin directory on PATH.',
        })
      throw new AppError('vault', `ansible-vault did not encrypt: ${lastLine(stderr)}`, {
        hint: 'Name the password: --vault-password-file FILE, a file or a program that prints it.',
      })
    },
    decrypt: async (ciphertext) => {
      const { stdout, failed } = await run(['decrypt', ...options, '--output', '-', '-'], ciphertext)
      return failed ? undefined : new Secret(stdout)
    },
  }
}

/** What goes in is on standard input, so that no argv has it. */
async function run(words: string[], input: string) {
  return execa('ansible-vault', words, {
    input,
    reject: false,
    stripFinalNewline: false,
    env: { ANSIBLE_NOCOLOR: '1' },
  })
}

function lastLine(text: string): string {
  return (text.trim().split('\n').at(-1) ?? '').replace(/^(ERROR! |\[ERROR\]: )/, '')
}
