import type { Authority } from '../authorities/authority.ts'
import { authorities } from '../authorities/index.ts'
import { settingVariable } from './jinja.ts'

/** A variable of the role, as its argument specification and its README tell it. */
export interface RoleOption {
  name: string
  type: 'str' | 'int' | 'bool' | 'list' | 'raw'
  description: string
  /** The default, as a person reads it. */
  preset: string
  choices?: string[]
  secret?: boolean
}

const account: RoleOption[] = [
  { name: 'matrix_users_homeserver', type: 'str', description: 'The homeserver: synapse or dendrite', preset: 'synapse' },
  { name: 'matrix_users_domain', type: 'str', description: 'The Matrix server name: accounts are @john:DOMAIN', preset: 'matrix_domain, else the inventory name' },
  { name: 'matrix_users_element_url', type: 'str', description: 'Where people log in, told after registering', preset: '' },
  { name: 'matrix_users_username', type: 'raw', description: 'The part of @john:example.com before the colon, or the whole', preset: '' },
  { name: 'matrix_users_password', type: 'raw', description: 'The password; best a lookup of an environment variable', preset: '', secret: true },
  { name: 'matrix_users_admin', type: 'raw', description: 'Whether the account is a server admin: yes, no, true, false, 1 or 0', preset: 'no' },
  { name: 'matrix_users_generate_password', type: 'bool', description: 'Make a password, and show it once after the account was created', preset: 'false' },
  { name: 'matrix_users_ready_timeout', type: 'int', description: 'Seconds that a homeserver may take to answer after its service was started', preset: '120' },
  { name: 'matrix_users_host_commands_path', type: 'str', description: 'Where install-host-commands puts the commands for use on the host: its bin/ and lib/', preset: '/matrix/registrar' },
]

export const roleOptions: RoleOption[] = [...account, ...Object.entries(authorities).flatMap(([name, authority]) => settings(name, authority))]

function settings(name: string, authority: Authority): RoleOption[] {
  return Object.entries(authority.settings).map(([setting, { summary, playbook }]) => ({
    name: settingVariable(name, setting),
    type: Array.isArray(playbook) ? 'list' : typeof playbook === 'number' ? 'int' : 'str',
    description: `${authority.label}: ${summary}`,
    preset: Array.isArray(playbook) ? playbook.join(' ') : String(playbook),
  }))
}
