import type { Authority, Setting } from '../authorities/authority.ts'
import type { Front } from '../authorities/front.ts'
import { authorityEntries, fronts, homeserverWords, homeservers } from '../authorities/index.ts'
import { defaultHomeserver } from '../authorities/names.ts'
import { operations } from '../operations/index.ts'
import { allParameters } from '../operations/operation.ts'
import type { Parameter } from '../operations/parameters.ts'
import { passwordKinds } from '../plan/password-kind.ts'
import { settingVariable } from './setting-variable.ts'

/** A variable of the role, for its argument specification and its README. */
export interface RoleOption {
  name: string
  type: 'str' | 'int' | 'bool' | 'list' | 'raw'
  description: string
  /** The default, as a person reads it. */
  preset: string
  choices?: string[]
  secret?: boolean
  /** A secret for reaching the server, needed only by some operations. */
  isNeededSeldom?: boolean
}

const { fewest, most, languages } = passwordKinds

/** Every parameter of an operation, once. */
export const everyParameter: Parameter[] = [
  ...new Map(operations.flatMap(allParameters).map((parameter) => [parameter.name, parameter])).values(),
]

function parameterOption(parameter: Parameter): RoleOption {
  const { name, kind } = parameter
  if (kind === 'secret')
    return {
      name: parameterVariable(name),
      type: 'raw',
      description: 'The password; best a lookup of an environment variable',
      preset: '',
      secret: true,
    }
  const flag = kind === 'flag'
  return {
    name: parameterVariable(name),
    type: 'raw',
    description: described(parameter, parameterVariable) + (flag ? ': yes or no' : ''),
    preset: flag ? 'no' : '',
  }
}

/** What a parameter is, without its default, in which operations differ; `naming` gives the name of another parameter. */
export function described({ summary }: Parameter, naming: (name: string) => string): string {
  const text = summary.replace(/; default: .*/, '')
  return sentence(text.replace(/--([a-z-]+)/g, (_, option: string) => naming(option.replaceAll('-', '_'))))
}

/** The role variable that holds a parameter. */
export function parameterVariable(name: string): string {
  return `matrix_users_${name}`
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function frontWords({ key, before }: Front): string {
  return `${key} in front of ${before.map((name) => homeservers[name].label).join(' and ')}`
}

const account: RoleOption[] = [
  {
    name: 'matrix_users_homeserver',
    type: 'str',
    description: `The homeserver: ${homeserverWords}`,
    preset: defaultHomeserver,
  },
  {
    name: 'matrix_users_authority',
    type: 'str',
    description: `Who owns the accounts: the homeserver, or ${fronts.map(frontWords).join(', or ')}`,
    preset: 'the homeserver',
  },
  {
    name: 'matrix_users_domain',
    type: 'str',
    description: 'The Matrix server name: accounts are @john:DOMAIN',
    preset: 'matrix_domain, else the inventory name',
  },
  {
    name: 'matrix_users_element_url',
    type: 'str',
    description: 'Where people sign in; shown after registering',
    preset: '',
  },
  {
    name: 'matrix_users_register_url',
    type: 'str',
    description: 'Where people register themselves; shown with a registration token',
    preset: '',
  },
  ...everyParameter.map(parameterOption),
  {
    name: 'matrix_users_accounts',
    type: 'raw',
    description:
      'The accounts for ensure-users, as a list or its JSON: username; display_name, admin, kind (user, bot, support), emails, state (present, locked, deactivated); password_env, password_file, password_command or password_variable, and password_updates: always; or generate_file, generate_command (a list of words) or generate_shown, with generate_words (a number) and generate_language',
    preset: '',
  },
  {
    name: 'matrix_users_policy',
    type: 'str',
    choices: ['managed', 'exhaustive'],
    description:
      'What ensure-users does about accounts that are not listed: nothing (managed), or report them (exhaustive)',
    preset: 'managed',
  },
  {
    name: 'matrix_users_lock_unnamed',
    type: 'bool',
    description: 'With the policy exhaustive: lock accounts that are not listed',
    preset: 'false',
  },
  {
    name: 'matrix_users_accounts_directory',
    type: 'str',
    description: 'The directory that relative paths in matrix_users_accounts start from',
    preset: 'playbook_dir',
  },
  {
    name: 'matrix_users_passwords_directory',
    type: 'str',
    description:
      'Where generated passwords are saved, as DOMAIN/USERNAME.txt, on the machine that runs Ansible; if the directory has to be created, it gets a .gitignore',
    preset: 'passwords in matrix_users_accounts_directory',
  },
  {
    name: 'matrix_users_sources',
    type: 'raw',
    description:
      'The host files that the accounts were rendered from, each with its path and sha256; ensure-users refuses to run if one has changed since',
    preset: '',
  },
  {
    name: 'matrix_users_members',
    type: 'str',
    description:
      'Where registrar notes whom the groups of a host file have named; ensure-users notes there who came back and was let in, so that this happens once',
    preset: '',
  },
  {
    name: 'matrix_users_generate_password',
    type: 'bool',
    description: 'Generate a password, in a file of matrix_users_passwords_directory that only you can read',
    preset: 'false',
  },
  {
    name: 'matrix_users_password_words',
    type: 'raw',
    description: `With a generated password: of how many words, ${fewest} to ${most}, joined by -; each adds 11 bits`,
    preset: '24 letters and digits',
  },
  {
    name: 'matrix_users_password_language',
    type: 'raw',
    description: `With matrix_users_password_words: their language, ${languages.join(', ')}`,
    preset: 'en',
  },
  {
    name: 'matrix_users_ready_timeout',
    type: 'int',
    description: 'How many seconds a homeserver may take to answer after its service was started',
    preset: '120',
  },
  {
    name: 'matrix_users_host_commands_path',
    type: 'str',
    description: 'The directory where install-host-commands puts the commands for use on the host, in bin/ and lib/',
    preset: '/matrix/registrar',
  },
]

export const roleOptions: RoleOption[] = [
  ...account,
  ...authorityEntries.flatMap(([name, authority]) => settings(name, authority)),
]

function settings(name: string, authority: Authority): RoleOption[] {
  return Object.entries(authority.settings).map(([setting, { summary, playbook, secret }]) => ({
    name: settingVariable(name, setting),
    type: typeOf(playbook),
    ...(secret ? { secret, isNeededSeldom: true } : {}),
    description: `${authority.label}: ${summary}`,
    preset: Array.isArray(playbook) ? playbook.join(' ') : String(playbook),
  }))
}

function typeOf(value: Setting['playbook']): RoleOption['type'] {
  if (Array.isArray(value)) return 'list'
  return typeof value === 'number' ? 'int' : typeof value === 'boolean' ? 'bool' : 'str'
}
