import { commonAnswers } from '../authorities/answers.ts'
import type { Authority } from '../authorities/authority.ts'
import { authorities, authorityEntries } from '../authorities/index.ts'
import { isRefused, needsAccess } from '../authorities/program.ts'
import { serviceStates } from '../authorities/service-states.ts'
import { exitSigns, troubles } from '../authorities/troubles.ts'
import { isOnTokens } from '../authorities/ways.ts'
import { changes } from '../operations/changes.ts'
import { failures, refusals } from '../operations/failures.ts'
import { operations, type OperationName } from '../operations/index.ts'
import type { Parameter } from '../operations/parameters.ts'
import type { Finds } from '../operations/finds.ts'
import { placeholders } from '../operations/invitation.ts'
import { nextSteps, pointless } from '../operations/next-steps.ts'
import type { Operation } from '../operations/operation.ts'
import { anyUsername, makesAccount } from '../operations/preflight.ts'
import { passwordKinds } from '../plan/password-kind.ts'
import { mark, version } from '../version.ts'
import { fill } from './engine.ts'
import { modulesOf, reader } from './program.ts'
import { handwrittenRoleFiles, readRoleFile } from './role-files.ts'
import { failureValues, records } from './returned.ts'
import { mapValues, settingVariable } from './setting-variable.ts'
import type { RenderedFile } from './rendered-file.ts'
import { everyParameter, parameterVariable, roleOptions } from './role-options.ts'
import { argumentSpec, documented, modules, presets, serverOptions } from './modules.ts'
import { Jinja, quoteYaml, toYaml, type YamlValue } from './yaml.ts'

const templates = 'roles/matrix_users'
/** The tags for declared accounts: ours, and the playbook's two. */
export const ensureTags = ['ensure-users', 'ensure-users-created', 'ensure-matrix-users-created']

let rendered: readonly RenderedFile[] | undefined

/** The role. It depends only on operations and authorities, not on any host: one run renders it once. */
export function renderRole(): readonly RenderedFile[] {
  return (rendered ??= render())
}

function render(): RenderedFile[] {
  const files: Record<string, string> = {
    'README.md': fill(`${templates}/README.md`, {
      mark,
      options: optionRows(),
      operations: operations.map(operationView),
      ...capabilities(),
    }),
    'defaults/main.yml': fill(`${templates}/defaults/main.yml`, {
      mark,
      parameters: everyParameter.map(parameterView),
      authorities: authorityEntries.map(settingsView),
    }),
    'files/definitions.json': definitions(),
    ...Object.fromEntries(handwrittenRoleFiles().map((path) => [path, readRoleFile(path)])),
    ...Object.fromEntries(
      Object.keys(modules).flatMap((name) => [
        [`library/${name}.py`, documentation(name, '')],
        [
          `action_plugins/${name}.py`,
          fill(`${templates}/action_plugins/plugin.py`, { mark, name, file: taskFile(name) }),
        ],
      ]),
    ),
    'meta/argument_specs.yml': fill(`${templates}/meta/argument_specs.yml`, {
      mark,
      options: toYaml(argumentSpecs(), 6),
    }),
    'meta/main.yml': fill(`${templates}/meta/main.yml`, { mark }),
    'tasks/install_host_commands.yml': fill(`${templates}/tasks/install_host_commands.yml`, mainView()),
    'tasks/main.yml': fill(`${templates}/tasks/main.yml`, mainView()),
    'vars/main.yml': fill(`${templates}/vars/main.yml`, varsView()),
  }
  return Object.entries(files).map(([path, content]) => ({ path, content, mode: 0o644 }))
}

/** A module's documentation; `prefix` is that of its collection, with the dot. */
export function documentation(name: string, prefix: string): string {
  const options = toYaml(documented({ ...modules[name], ...serverOptions }) as { [key: string]: YamlValue }, 2)
  return fill(`${templates}/library/${name}.py`, {
    mark,
    prefix,
    options,
    attributes: toYaml(attributes(prefix), 2),
    failure: toYaml(failureValues),
    users: containing('users'),
    tokens: containing('tokens'),
    found: operations.flatMap(foundView),
  })
}

function containing(fact: Finds['fact']): string {
  return toYaml(records[fact].contains as { [key: string]: YamlValue }, 4)
}

/** The file of files/matrix_registrar/ that implements a module. */
export function taskFile(module: string): string {
  return module.replace('matrix_', 'task_')
}

/** The attributes that all modules have, besides check mode and diff. */
function attributes(prefix: string) {
  const group = `${prefix}accounts`
  return {
    async: { support: 'none', description: 'A task of this module cannot run in the background.' },
    ...(prefix && {
      action_group: {
        support: 'full',
        membership: [group],
        description: `With C(group/${group}) in C(module_defaults), a play says once how the server is reached.`,
      },
    }),
  }
}

function foundView({ name, finds }: Operation) {
  if (!finds) return []
  const { fact } = finds
  return [{ name, fact, description: records[fact].description, isList: fact !== 'user', contains: containing(fact) }]
}

function mainView() {
  return {
    mark,
    ensureTags,
    operations: operations.map(operationView),
    unsupported: unsupported(),
    serverModules: serverModules(),
  }
}

/** The modules of the host commands. */
function serverModules(): string[] {
  const paths = handwrittenRoleFiles().map((path) => path.replace(/^files\//, ''))
  return paths.filter((path) => path.startsWith('matrix_server/'))
}

/** The failure of install-host-commands for an unknown homeserver. */
function unsupported(): string {
  const { message, hint } = failures.unsupported_homeserver
  const [before = '', after = ''] = `${message} ${hint}`.split('%(homeserver)s')
  return toYaml({ fail_msg: new Jinja(`'${before}' ~ matrix_users_authority ~ '${after}'`) }, 4)
}

function operationView(operation: Operation) {
  return { mark, tag: operation.name, summary: operation.summary, taskName: quoteYaml(operation.summary) }
}

function parameterView({ name, kind }: Parameter) {
  return { variable: parameterVariable(name), preset: kind === 'flag' ? '"no"' : '""' }
}

/** What each authority can do, as a table. */
export function capabilities() {
  const can = (operation: OperationName, authority: Authority) => (isRefused(authority, operation) ? 'no' : 'yes')
  return {
    labels: authorityEntries.map(([, { label }]) => label),
    rows: operations.map((operation) => ({
      tag: operation.name,
      summary: operation.summary,
      cells: authorityEntries.map(([, authority]) => can(operation.name, authority)),
    })),
  }
}

function settingsView([name, authority]: [string, Authority]) {
  const settings = Object.entries(authority.settings).map(([setting, { summary, playbook }]) => ({
    summary,
    name: settingVariable(name, setting),
    value: Array.isArray(playbook) ? `[${playbook.map(quoteYaml).join(', ')}]` : toYaml(playbook),
  }))
  return { label: authority.label, settings }
}

function varsView() {
  return {
    version: quoteYaml(version),
    mark,
    commands: toYaml(
      operations.map(({ name }) => name),
      2,
    ),
    settings: toYaml(
      Object.fromEntries(authorityEntries.map(([name, authority]) => [name, settingReferences(name, authority)])),
      2,
    ),
  }
}

function settingReferences(name: string, { settings }: Authority) {
  return Object.fromEntries(
    Object.entries(settings).map(([setting, { secret }]) => [
      setting,
      secret ? '' : new Jinja(settingVariable(name, setting)),
    ]),
  )
}

/** What each server does, and every message, as data for files/matrix_registrar/. */
function definitions(): string {
  const servers = mapValues(
    authorities,
    ({ label, usernames, passwords, program, ways, refused, refusedOptions, answers, settings }: Authority) => ({
      label,
      usernames,
      passwords,
      program,
      withoutAccess: namesOf((name) => !needsAccess({ ways }, name)),
      refused,
      refusedOptions,
      answers,
      secrets: secretSettings(settings),
    }),
  )
  const facts = {
    anyUsername,
    makers: operations.filter(makesAccount).map(({ name }) => name),
    onTokens: namesOf(isOnTokens),
    placeholders,
    passwordKinds,
  }
  const programs = Object.fromEntries(
    [...Object.keys(authorities), 'converge'].map((name) => [name, modulesOf([name])]),
  )
  return `${JSON.stringify({ version, operations, answers: commonAnswers, authorities: servers, ...facts, failures, refusals: [...refusals], nextSteps, pointless, changes: changeWords(), exitSigns, troubles, serviceStates, reader, programs, modules: mapValues(modules, argumentSpec), server: argumentSpec(serverOptions), presets }, null, 2)}\n`
}

function namesOf(fits: (name: OperationName) => boolean): OperationName[] {
  return operations.map(({ name }) => name).filter(fits)
}

/** The words of each change of declared accounts, in the order of doing them. */
function changeWords() {
  return mapValues(changes, ({ counts: _counts, ...shown }) => shown)
}

function secretSettings(settings: Authority['settings']): string[] {
  return Object.entries(settings).flatMap(([name, { secret }]) => (secret ? [name] : []))
}

/** Without the secrets for reaching the server: Ansible evaluates everything in an argument specification, but not every operation needs them. */
function argumentSpecs() {
  const named = roleOptions.filter(({ isNeededSeldom }) => !isNeededSeldom)
  return Object.fromEntries(
    named.map(({ name, type, description, choices, secret }) => [
      name,
      {
        type,
        description,
        ...(type === 'list' ? { elements: 'str' } : {}),
        ...(choices ? { choices } : {}),
        ...(secret ? { no_log: true } : {}),
      },
    ]),
  )
}

function optionRows() {
  return roleOptions.map(({ name, type, description, preset }) => ({ name, type, description, preset }))
}
