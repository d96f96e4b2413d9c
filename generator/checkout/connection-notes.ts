import type { Reading } from './draft-connection.ts'

/** Connection variables that a host file does not have, and where each goes. Values may be secrets. */
export function connectionNotes({ host, variables, placeOf, stays }: Reading): string[] {
  const unsaid = elsewhere.flatMap(({ names, goes }) =>
    names
      .filter((name) => name in variables && !isDefault(name, variables[name]))
      .map((name) => {
        const where = stays?.(name) ?? 'the generated inventory does not have it'
        return `${placeOf(name)}: ${name} is not in the host file: ${where}; for registrar itself, ${goes(host)}.`
      }),
  )
  return [...unsaid, ...withoutEffect({ variables, placeOf })]
}

/** Names from elsewhere in Ansible that have no effect as variables. */
const misnamed = {
  become: 'ansible_become',
  become_user: 'ansible_become_user',
  become_method: 'ansible_become_method',
  become_pass: 'ansible_become_password',
  become_password: 'ansible_become_password',
  remote_user: 'ansible_user',
  user: 'ansible_user',
  port: 'ansible_port',
  private_key_file: 'ansible_ssh_private_key_file',
  ssh_common_args: 'ansible_ssh_common_args',
  python_interpreter: 'ansible_python_interpreter',
}

function withoutEffect({ variables, placeOf }: Pick<Reading, 'variables' | 'placeOf'>): string[] {
  return Object.entries(misnamed).flatMap(([name, right]) =>
    name in variables
      ? [`${placeOf(name)}: ${name} has no effect: Ansible treats it as a plain variable. The right name is ${right}.`]
      : [],
  )
}

const inSshConfig = (words: string) => (host: string) => `write "${words}" under "Host ${host}" in ~/.ssh/config`

const elsewhere: { names: string[]; goes: (host: string) => string }[] = [
  {
    names: ['ansible_become_password', 'ansible_become_pass', 'ansible_sudo_pass', 'ansible_sudo_password'],
    goes: () => 'give connection.become.password a reference, such as { env: SUDO_PASSWORD }',
  },
  {
    names: ['ansible_password', 'ansible_ssh_pass', 'ansible_ssh_password'],
    goes: () => 'use an SSH key or an agent, since it takes no SSH password',
  },
  { names: ['ansible_ssh_private_key_file', 'ansible_private_key_file'], goes: inSshConfig('IdentityFile FILE') },
  {
    names: ['ansible_ssh_common_args', 'ansible_ssh_extra_args', 'ansible_ssh_args'],
    goes: inSshConfig('ProxyJump JUMPHOST (or what else these arguments say)'),
  },
  {
    names: ['ansible_become_method', 'ansible_become_exe', 'ansible_become_flags'],
    goes: () => 'sudo is what it uses',
  },
  { names: ['ansible_connection'], goes: () => 'connection.kind is ssh or local' },
]

function isDefault(name: string, value: unknown): boolean {
  if (name === 'ansible_connection') return ['ssh', 'smart', 'local'].includes(String(value))
  return name === 'ansible_become_method' && value === 'sudo'
}
