import type { Reading } from './draft-host.ts'

/** How a host is reached, as far as a host file does not say it: where each of these goes. Values may be secrets. */
export function connectionNotes({ host, variables, placeOf, isTakenOver }: Reading): string[] {
  return elsewhere.flatMap(({ names, goes }) =>
    names
      .filter((name) => name in variables && !isDefault(name, variables[name]))
      .map((name) => {
        const stays = isTakenOver ? 'Ansible still reads it here' : 'the generated inventory does not have it'
        return `${placeOf(name)}: ${name} is not in the host file: ${stays}; for registrar itself, ${goes(host)}.`
      }),
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
