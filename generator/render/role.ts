import type { Authority, Step } from '../authorities/authority.ts'
import { authorities } from '../authorities/index.ts'
import { settingsIn } from '../authorities/settings-in.ts'
import { exitSigns, troubles } from '../authorities/troubles.ts'
import { changes } from '../operations/changes.ts'
import { failures, refusals } from '../operations/failures.ts'
import { operations, type OperationName } from '../operations/index.ts'
import type { Parameter } from '../operations/parameters.ts'
import { nextSteps } from '../operations/next-steps.ts'
import { allParameters, type Operation, takesPassword } from '../operations/operation.ts'
import { anyUsername, makesAccount, preflight, type PreflightRule, yesOrNo } from '../operations/preflight.ts'
import { mark, version } from '../version.ts'
import { fill } from './engine.ts'
import { readTemplate } from './read-template.ts'
import { argvExpression, mapValues, requestYaml, settingVariable } from './jinja.ts'
import type { RenderedFile } from './rendered-file.ts'
import { everyParameter, parameterVariable, roleOptions } from './role-options.ts'
import { Jinja, quoteYaml, toYaml, type YamlValue } from './yaml.ts'

const templates = 'roles/matrix_users'
const programParts = [
  'common.py',
  'converge.py',
  'synapse.py',
  'matrix_registration.py',
  'mas.py',
  'mas_cli.py',
  'dendrite.py',
]
const plainTasks = [
  'ensure_users',
  'ensure_users_again',
  'ensure_users_change',
  'ensure_users_make_passwords',
  'keep_password',
  'make_password',
  'mend',
  'preflight',
  'recover',
  'secrets',
]
/** The tags that make accounts those that are declared: ours, and the playbook's two. */
export const ensureTags = ['ensure-users', 'ensure-users-created', 'ensure-matrix-users-created']

const authorityEntries = Object.entries(authorities) as [string, Authority][]

/** The role: what it does comes from the operations and authorities alone, and nothing of any host. */
export function renderRole(): RenderedFile[] {
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
    ...Object.fromEntries(
      [...programParts, 'host_command.py', 'keep_passwords.py', 'under_lock.sh', 'with_lock.sh'].map((name) => [
        `files/${name}`,
        readTemplate(`${templates}/files/${name}`),
      ]),
    ),
    'meta/argument_specs.yml': fill(`${templates}/meta/argument_specs.yml`, {
      mark,
      options: toYaml(argumentSpecs(), 6),
    }),
    'meta/main.yml': fill(`${templates}/meta/main.yml`, { mark }),
    'tasks/install_host_commands.yml': fill(`${templates}/tasks/install_host_commands.yml`, mainView()),
    'tasks/main.yml': fill(`${templates}/tasks/main.yml`, mainView()),
    ...Object.fromEntries(
      plainTasks.map((name) => [`tasks/${name}.yml`, fill(`${templates}/tasks/${name}.yml`, { mark })]),
    ),
    'vars/main.yml': fill(`${templates}/vars/main.yml`, varsView()),
    ...Object.fromEntries(
      operations.map((operation) => [
        `tasks/${taskFile(operation)}.yml`,
        fill(`${templates}/tasks/operation.yml`, operationView(operation)),
      ]),
    ),
    ...Object.fromEntries(authorityEntries.flatMap(stepFiles)),
  }
  return Object.entries(files).map(([path, content]) => ({ path, content, mode: 0o644 }))
}

function taskFile(operation: { name: string }): string {
  return operation.name.replaceAll('-', '_')
}

function mainView() {
  return { mark, ensureTags, allEnsureTags: ensureTags.join(', '), operations: operations.map(operationView) }
}

function operationView(operation: Operation) {
  return {
    mark,
    tag: operation.name,
    file: taskFile(operation),
    summary: operation.summary,
    changes: operation.changes,
    takesPassword: takesPassword(operation),
  }
}

function parameterView({ name, kind }: Parameter) {
  return { variable: parameterVariable(name), preset: kind === 'flag' ? '"no"' : '""' }
}

/** What the role knows of each operation, beside its steps. */
function operationFacts(operation: Operation) {
  const parameters = allParameters(operation)
  return {
    parameters: parameters.map(({ name }) => name),
    required: parameters.filter((parameter) => parameter.default === undefined).map(({ name }) => name),
    says: { ...operation.says },
    predicts: { ...operation.predicts },
    next: { ...(operation.next ?? {}) },
  }
}

/** What each authority can do, as a table. */
export function capabilities() {
  const can = (operation: OperationName, authority: Authority) =>
    'refused' in authority.operations[operation] ? 'no' : 'yes'
  return {
    labels: authorityEntries.map(([, { label }]) => label),
    rows: operations.map((operation) => ({
      tag: operation.name,
      summary: operation.summary,
      cells: authorityEntries.map(([, authority]) => can(operation.name, authority)),
    })),
  }
}

function stepFiles([name, authority]: [string, Authority]): [string, string][] {
  const ready: [string, string] = [
    `tasks/ready_${name}.yml`,
    stepTasks(authority.ready, name, { changed: 'false', until: 'ready' }),
  ]
  return [
    ready,
    ...convergingSteps(name, authority),
    ...operations.flatMap((operation) => operationSteps(operation, name, authority)),
  ]
}

function operationSteps(
  operation: (typeof operations)[number],
  name: string,
  authority: Authority,
): [string, string][] {
  const steps = authority.operations[operation.name]
  if ('refused' in steps) return []
  const { changes }: Operation = operation
  const changed =
    changes === undefined
      ? 'false'
      : `>-\n    _matrix_users_outcome is match('${changes}')\n    or _matrix_users_result.facts.changed | default(false)`
  const tasks = steps.map((step) => stepTasks(step, name, { changed, until: '' }))
  return [[`tasks/${taskFile(operation)}_${name}.yml`, tasks.join('\n')]]
}

/** Of the accounts that are declared: what would be done, and doing it. */
function convergingSteps(name: string, authority: Authority): [string, string][] {
  const { argv, stdin } = authority.look
  const program = argv.map((word) =>
    typeof word === 'object' && 'program' in word ? { program: word.program.toSpliced(1, 0, 'converge.py') } : word,
  )
  const common = {
    password_rules: { ...authority.passwords },
    answers: new Jinja('_matrix_users_meanings'),
    words: new Jinja('_matrix_users_change_words'),
    passwords: new Jinja('_matrix_users_passwords'),
  }
  const plan = {
    name: 'Compare the accounts with those that are declared',
    argv: program,
    stdin: { ...stdin, action: 'plan-users', check: true },
  }
  const change = {
    name: 'Change the accounts',
    argv: program,
    stdin: { ...stdin, action: 'change-users', check: false },
  }
  return [
    [
      `tasks/plan_users_${name}.yml`,
      stepTasks(
        plan,
        name,
        { changed: 'false', until: '' },
        {
          ...common,
          users: new Jinja('matrix_users_accounts'),
          refusals: new Jinja('_matrix_users_refusals[matrix_users_authority]'),
          policy: new Jinja('matrix_users_policy'),
          lock_unnamed: new Jinja('matrix_users_lock_unnamed | bool'),
        },
      ),
    ],
    [
      `tasks/change_users_${name}.yml`,
      stepTasks(
        change,
        name,
        { changed: '_matrix_users_result.facts.done | default(0) > 0', until: '', locked: true },
        {
          ...common,
          declared: new Jinja('_matrix_users_result.facts.declared'),
          changes: new Jinja('_matrix_users_result.facts.changes'),
          troubles: new Jinja('_matrix_users_result.facts.troubles'),
        },
      ),
    ],
  ]
}

interface StepOptions {
  changed: string
  until: string
  /** It is done under the lock of the accounts. */
  locked?: true
}

function stepTasks(
  step: Step,
  authority: string,
  { locked, ...options }: StepOptions,
  more: { [key: string]: YamlValue } = {},
): string {
  const command = argvExpression(step.argv, authority)
  const lock = "['sh', '-c', lookup('ansible.builtin.file', 'with_lock.sh', rstrip=false), 'sh', matrix_users_domain]"
  return fill(`${templates}/tasks/step.yml`, {
    mark,
    name: step.name,
    argv: toYaml({ argv: new Jinja(locked ? `${lock} + ${command}` : command) }, 4),
    request: toYaml({ ...requestYaml(step, authority), ...more, for_people: true }, 6),
    ...options,
  })
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
  const objection =
    preflight.map((rule) => `'${rule.failure}' if ${applies(rule)}not (${rule.holds}) else `).join('') + "''"
  const detail =
    preflight
      .map((rule) => (rule.detail ? `${rule.detail} if _matrix_users_objection == '${rule.failure}' else ` : ''))
      .join('') + "''"
  return {
    version: quoteYaml(version),
    mark,
    objection: toYaml({ _matrix_users_objection: new Jinja(objection) }),
    objectionDetail: toYaml({ _matrix_users_objection_detail: new Jinja(detail) }),
    usernames: toYaml(
      Object.fromEntries(
        authorityEntries.map(([name, { usernames }]) => [
          name,
          { pattern: usernames.pattern, max_user_id: usernames.maxUserId },
        ]),
      ),
      2,
    ),
    answers: toYaml(
      Object.fromEntries(
        authorityEntries.map(([name, { answers }]) => [name, { ...answers, otherwise: 'server_error' }]),
      ),
      2,
    ),
    refusals: toYaml(Object.fromEntries(authorityEntries.map(([name, authority]) => [name, refusalsOf(authority)])), 2),
    flags: toYaml(flags(), 2),
    yesOrNo: toYaml(yesOrNo, 2),
    anyUsername: quoteYaml(anyUsername),
    makers: toYaml(
      operations.filter(makesAccount).map(({ name }) => name),
      2,
    ),
    settings: toYaml(
      Object.fromEntries(authorityEntries.map(([name, authority]) => [name, settingReferences(name, authority)])),
      2,
    ),
    secrets: toYaml(Object.fromEntries(authorityEntries.map(([name, each]) => [name, secretsByTag(name, each)])), 2),
    labels: toYaml(Object.fromEntries(authorityEntries.map(([name, { label }]) => [name, label])), 2),
    operations: toYaml(
      Object.fromEntries(operations.map((operation) => [operation.name, operationFacts(operation)])),
      2,
    ),
    changing: toYaml(
      operations.filter((operation: Operation) => operation.changes !== undefined).map(({ name }) => name),
      2,
    ),
    troubles,
    exitSigns: toYaml(exitSigns, 2),
    nextSteps: toYaml({ ...nextSteps }, 2),
    changeWords: toYaml(
      mapValues(changes, ({ counts: _counts, ...told }) => ({ ...told })),
      2,
    ),
    explanations: toYaml(
      mapValues(failures, ({ message, hint }) => `${message} ${hint}`),
      2,
    ),
  }
}

function applies({ takes, needs }: PreflightRule): string {
  if (needs !== undefined) return `'${needs}' in _matrix_users_required and `
  return takes === undefined ? '' : `'${takes}' in _matrix_users_parameters and `
}

function refusalsOf(authority: Authority) {
  return Object.fromEntries(
    Object.entries(authority.operations).flatMap(([name, steps]) =>
      'refused' in steps ? [[name, { ...steps }] as const] : [],
    ),
  )
}

function flags() {
  return Object.fromEntries(
    everyParameter
      .filter(({ kind }) => kind === 'flag')
      .map(({ name }) => [name, new Jinja(`${parameterVariable(name)} | string | lower`)]),
  )
}

function settingReferences(name: string, { settings }: Authority) {
  return Object.fromEntries(
    Object.entries(settings).map(([setting, { secret }]) => [
      setting,
      secret ? '' : new Jinja(settingVariable(name, setting)),
    ]),
  )
}

/** The variables of the secrets that each tag needs, where it needs any. */
function secretsByTag(name: string, { settings, operations: all, look }: Authority) {
  const secrets = secretSettings(settings)
  const stepsOf = { ...all, ...Object.fromEntries(ensureTags.map((tag) => [tag, [look]])) }
  return Object.fromEntries(
    Object.entries(stepsOf).flatMap(([tag, steps]) => {
      const used = new Set(
        'refused' in steps ? [] : steps.flatMap(({ stdin }) => Object.values(stdin).flatMap(settingsIn)),
      )
      const needed = secrets.filter((secret) => used.has(secret)).map((secret) => settingVariable(name, secret))
      return needed.length > 0 ? [[tag, needed]] : []
    }),
  )
}

/** All that the host command knows: the same steps and words, as data. */
function definitions(): string {
  const known = mapValues(
    authorities,
    ({ label, usernames, ready, operations: steps, answers, settings }: Authority) => ({
      label,
      usernames,
      ready,
      operations: steps,
      answers,
      secrets: secretSettings(settings),
    }),
  )
  const facts = { anyUsername, makers: operations.filter(makesAccount).map(({ name }) => name) }
  return `${JSON.stringify({ version, operations, authorities: known, ...facts, failures, refusals: [...refusals], nextSteps, exitSigns, troubles }, null, 2)}\n`
}

function secretSettings(settings: Authority['settings']): string[] {
  return Object.entries(settings).flatMap(([name, { secret }]) => (secret ? [name] : []))
}

/** Without the secrets by which the server is reached: Ansible evaluates all that is named here, and such a secret must be there only for what needs it. */
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
