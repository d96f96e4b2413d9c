import { authorityEntries } from '../authorities/index.ts'
import { defaultHomeserver } from '../authorities/names.ts'
import { operations } from '../operations/index.ts'
import { listUsers } from '../operations/list-users.ts'
import { allParameters } from '../operations/operation.ts'
import type { Parameter } from '../operations/parameters.ts'
import { mapValues, settingVariable } from './setting-variable.ts'
import { described, everyParameter, parameterVariable, type RoleOption, roleOptions } from './role-options.ts'

/** An option of an Ansible module, for its documentation and its argument specification. */
interface ModuleOption {
  description: string
  /** text: must be given as text, not as a number or a boolean. */
  type: 'text' | 'str' | 'int' | 'bool' | 'list' | 'path'
  required?: boolean
  choices?: string[]
  default?: string | boolean
  elements?: 'str' | 'dict'
  secret?: boolean
  options?: Record<string, ModuleOption>
}

type Options = Record<string, ModuleOption>

const account: Options = {
  username: {
    description: 'The part of C(@john:example.com) before the colon; the whole user ID works, too.',
    type: 'text',
    required: true,
  },
  password: { description: 'The password; needed to create the account.', type: 'text', secret: true },
  update_password: {
    description:
      'Whether an existing account gets O(password), too: V(always) sets it if the account has a different one, V(on_create) never does.',
    type: 'str',
    choices: ['on_create', 'always'],
    default: 'on_create',
  },
  admin: { description: 'Whether the account is a server admin.', type: 'bool' },
  display_name: { description: 'What people see instead of the username.', type: 'text' },
  emails: {
    description: 'E-mail addresses to add; other addresses of the account stay.',
    type: 'list',
    elements: 'str',
  },
  kind: {
    description: 'V(user) for a person; Dendrite has no other kinds.',
    type: 'str',
    choices: ['user', 'bot', 'support'],
  },
  state: {
    description:
      'V(present) also unlocks, unsuspends and reactivates it. V(locked) keeps its owner out until it is unlocked. V(suspended) lets its owner read but not send. V(deactivated) removes its password and sessions, and it leaves all rooms. If left out, the account is created if necessary, and its state is left alone.',
    type: 'str',
    choices: ['present', 'locked', 'suspended', 'deactivated'],
  },
  erase: {
    description:
      'With O(state=deactivated), also ask other servers to forget what the account wrote. That cannot be undone.',
    type: 'bool',
    default: false,
  },
}

const filters: Options = {
  username: { description: 'Only this account; the other filters then do not apply.', type: 'text' },
  ...Object.fromEntries(
    listUsers.options.map((parameter): [string, ModuleOption] => [
      parameter.name,
      parameter.kind === 'flag' ? { ...parameterOption(parameter), default: false } : parameterOption(parameter),
    ]),
  ),
}

const token: Options = {
  token: { description: 'The token. If left out, a new one is generated each time.', type: 'text', default: '' },
  state: { description: 'Whether the token exists.', type: 'str', choices: ['present', 'absent'], default: 'present' },
  uses: {
    description: 'Maximum number of registrations, or V(unlimited). A new token has V(1) if left out.',
    type: 'str',
  },
  expires: {
    description:
      'When it expires: V(30m), V(12h), V(7d), V(2w), a date such as V(2027-01-31), or V(never). A new token has V(7d) if left out.',
    type: 'str',
  },
}

/** The module behind the role's tags: missing options come from the role's variables. */
function operationOptions(): Options {
  const parameters = everyParameter.map((parameter): [string, ModuleOption] => {
    const option = parameterOption(parameter)
    return [parameter.name, { ...option, description: `${option.description}${takers(parameter.name)}` }]
  })
  return {
    operation: { description: 'What to do.', type: 'str', required: true, choices: operations.map(({ name }) => name) },
    ...Object.fromEntries(parameters),
    generate_password: { description: optionOf('matrix_users_generate_password').description + '.', type: 'bool' },
    password_words: { description: optionOf('matrix_users_password_words').description + '.', type: 'text' },
    password_language: { description: optionOf('matrix_users_password_language').description + '.', type: 'text' },
  }
}

function parameterOption(parameter: Parameter): ModuleOption {
  const { kind } = parameter
  if (kind === 'secret') return { description: 'The password.', type: 'text', secret: true }
  return {
    description: `${described(parameter, (name) => `O(${name})`)}.`,
    type: kind === 'flag' ? 'bool' : kind === 'list' ? 'list' : 'text',
    ...(kind === 'list' ? { elements: 'str' as const } : {}),
  }
}

/** The operations that take a parameter, unless they are many. */
function takers(name: string): string {
  const taking = operations.filter((each) => allParameters(each).some((parameter) => parameter.name === name))
  return taking.length > 6 ? '' : ` For ${taking.map((each) => `V(${each.name})`).join(', ')}.`
}

/** The modules of the role and of the collection, with their own options. */
export const modules: Record<string, Options> = {
  matrix_operation: operationOptions(),
  matrix_user: account,
  matrix_users: {
    users: {
      description: 'The accounts. If left out, those of C(matrix_users_accounts).',
      type: 'list',
      elements: 'dict',
      options: account,
    },
    policy: {
      description: 'What to do about accounts of people that are not listed: V(exhaustive) reports them.',
      type: 'str',
      choices: ['managed', 'exhaustive'],
    },
    lock_unnamed: { description: 'With O(policy=exhaustive), lock them.', type: 'bool' },
  },
  matrix_user_info: filters,
  matrix_registration_token: token,
  matrix_registration_token_info: {},
}

const serverNames = ['homeserver', 'authority', 'domain', 'element_url', 'register_url', 'ready_timeout']

/** Options for reaching the server: the same for all modules, with the names of the role's variables. */
export const serverOptions: Options = Object.fromEntries(
  [...serverNames.map(parameterVariable), ...settingNames()].map((name) => {
    const { type, description, choices, secret, preset } = optionOf(name)
    return [
      name.slice(parameterVariable('').length),
      {
        description: `${description}.${preset ? ` Default: ${preset}.` : ''}`,
        type: type === 'raw' ? ('str' as const) : type,
        ...(type === 'list' ? { elements: 'str' as const } : {}),
        ...(choices ? { choices } : {}),
        ...(secret ? { secret } : {}),
      },
    ]
  }),
)

/** Defaults where neither a task nor a variable sets a value. */
export const presets = {
  homeserver: defaultHomeserver,
  element_url: '',
  register_url: '',
  ready_timeout: 120,
  sources: [],
  members: '',
  accounts: [],
  policy: 'managed',
  lock_unnamed: false,
  generate_password: false,
  password_words: '',
  password_language: 'en',
  ...Object.fromEntries(everyParameter.map(({ name, kind }) => [name, kind === 'flag' ? 'no' : ''])),
  ...Object.fromEntries(
    authorityEntries.flatMap(([name, { settings }]) =>
      Object.entries(settings).map(([setting, { playbook }]) => [`${name}_${setting}`, playbook]),
    ),
  ),
}

function settingNames(): string[] {
  return authorityEntries.flatMap(([name, { settings }]) =>
    Object.keys(settings).map((setting) => settingVariable(name, setting)),
  )
}

function optionOf(name: string): RoleOption {
  const found = roleOptions.find((option) => option.name === name)
  if (!found) throw new Error(`The role has no variable ${name}`)
  return found
}

/** As Ansible checks arguments. */
export function argumentSpec(options: Options): object {
  return mapValues(options, ({ description: _description, type, secret, options: inner, ...rest }) => ({
    type: type === 'text' ? 'raw' : type,
    ...rest,
    ...(secret ? { no_log: true } : {}),
    ...(inner ? { options: argumentSpec(inner) } : {}),
  }))
}

/** As ansible-doc reads them. */
export function documented(options: Options, path = ''): { [key: string]: object } {
  return Object.fromEntries(
    Object.entries(options).map(([name, { description, type, secret: _secret, options: inner, ...rest }]) => [
      name,
      {
        description: description.replaceAll('O(', `O(${path}`),
        type: type === 'text' ? 'str' : type,
        ...rest,
        ...(inner ? { suboptions: documented(inner, `${path}${name}[].`) } : {}),
      },
    ]),
  )
}
