import type { Authority, Step } from '../authorities/authority.ts'
import { authorities } from '../authorities/index.ts'
import { exitSigns, troubles } from '../authorities/troubles.ts'
import { failures, refusals } from '../operations/failures.ts'
import { operations } from '../operations/index.ts'
import { nextSteps } from '../operations/next-steps.ts'
import type { Operation } from '../operations/operation.ts'
import { preflight } from '../operations/preflight.ts'
import { mark, version } from '../version.ts'
import { fill } from './engine.ts'
import { readTemplate } from './read-template.ts'
import { allAnswers, argvExpression, mapValues, requestYaml, settingVariable } from './jinja.ts'
import type { RenderedFile } from './rendered-file.ts'
import { roleOptions } from './role-options.ts'
import { Jinja, quoteYaml, toYaml } from './yaml.ts'

const templates = 'roles/matrix_users'
const authorityEntries = Object.entries(authorities) as [string, Authority][]

/** The role: what it does comes from the operations and authorities alone, and nothing of any host. */
export function renderRole(): RenderedFile[] {
  const files: Record<string, string> = {
    'README.md': fill(`${templates}/README.md`, { mark, options: optionRows(), operations: operations.map(operationView) }),
    'defaults/main.yml': fill(`${templates}/defaults/main.yml`, { mark, authorities: authorityEntries.map(settingsView) }),
    'files/accounts.py': readTemplate(`${templates}/files/accounts.py`),
    'files/definitions.json': definitions(),
    'files/host_command.py': readTemplate(`${templates}/files/host_command.py`),
    'meta/argument_specs.yml': fill(`${templates}/meta/argument_specs.yml`, { mark, options: toYaml(argumentSpecs(), 6) }),
    'meta/main.yml': fill(`${templates}/meta/main.yml`, { mark }),
    'tasks/install_host_commands.yml': fill(`${templates}/tasks/install_host_commands.yml`, mainView()),
    'tasks/main.yml': fill(`${templates}/tasks/main.yml`, mainView()),
    'tasks/mend.yml': fill(`${templates}/tasks/mend.yml`, { mark }),
    'tasks/preflight.yml': fill(`${templates}/tasks/preflight.yml`, { mark }),
    'vars/main.yml': fill(`${templates}/vars/main.yml`, varsView()),
    ...Object.fromEntries(operations.map((operation) => [`tasks/${taskFile(operation)}.yml`, fill(`${templates}/tasks/operation.yml`, operationView(operation))])),
    ...Object.fromEntries(authorityEntries.flatMap(stepFiles)),
  }
  return Object.entries(files).map(([path, content]) => ({ path, content, mode: 0o644 }))
}

function taskFile(operation: { name: string }): string {
  return operation.name.replaceAll('-', '_')
}

function mainView() {
  return { mark, tags: operations.map(({ name }) => name).join(', '), operations: operations.map(operationView) }
}

function operationView(operation: Operation) {
  return {
    mark,
    tag: operation.name,
    file: taskFile(operation),
    summary: operation.summary,
    changes: operation.changes,
    says: toYaml(operation.says, 2),
    predicts: toYaml(operation.predicts, 2),
  }
}

function stepFiles([name, authority]: [string, Authority]): [string, string][] {
  const ready: [string, string] = [`tasks/ready_${name}.yml`, stepTasks(authority.ready, name, { changed: 'false', until: 'ready' })]
  return [ready, ...operations.flatMap((operation) => operationSteps(operation, name, authority))]
}

function operationSteps(operation: (typeof operations)[number], name: string, authority: Authority): [string, string][] {
  const steps = authority.operations[operation.name]
  if ('refused' in steps) return []
  const tasks = steps.map((step) => stepTasks(step, name, { changed: `_matrix_users_outcome == '${operation.changes}'`, until: '' }))
  return [[`tasks/${taskFile(operation)}_${name}.yml`, tasks.join('\n')]]
}

function stepTasks(step: Step, authority: string, options: { changed: string; until: string }): string {
  return fill(`${templates}/tasks/step.yml`, {
    mark,
    name: step.name,
    argv: toYaml({ argv: new Jinja(argvExpression(step.argv, authority)) }, 4),
    request: toYaml(requestYaml(step, authority), 6),
    secret: step.secret,
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
  const objection = preflight.map(({ failure, holds }) => `'${failure}' if not (${holds}) else `).join('') + "''"
  const details = preflight.flatMap(({ failure, detail }) => (detail ? [[failure, new Jinja(detail)] as const] : []))
  return {
    version: quoteYaml(version),
    mark,
    objection: toYaml({ _matrix_users_objection: new Jinja(objection) }),
    objectionDetails: toYaml(Object.fromEntries(details), 2),
    usernames: toYaml(
      Object.fromEntries(authorityEntries.map(([name, { usernames }]) => [name, { pattern: usernames.pattern, max_user_id: usernames.maxUserId }])),
      2,
    ),
    answers: toYaml(Object.fromEntries(authorityEntries.map(([name, authority]) => [name, allAnswers(authority)])), 2),
    settings: toYaml(Object.fromEntries(authorityEntries.map(([name, authority]) => [name, settingReferences(name, authority)])), 2),
    labels: toYaml(Object.fromEntries(authorityEntries.map(([name, { label }]) => [name, label])), 2),
    operations: operations.map(operationView),
    troubles,
    exitSigns: toYaml(exitSigns, 2),
    nextSteps: toYaml({ ...nextSteps }, 2),
    explanations: toYaml(
      mapValues(failures, ({ message, hint }) => `${message} ${hint}`),
      2,
    ),
  }
}

function settingReferences(name: string, { settings }: Authority) {
  return Object.fromEntries(Object.keys(settings).map((setting) => [setting, new Jinja(settingVariable(name, setting))]))
}

/** All that the host command knows: the same steps and words, as data. */
function definitions(): string {
  const known = mapValues(authorities, ({ label, usernames, ready, operations: steps }: Authority) => ({ label, usernames, ready, operations: steps }))
  return `${JSON.stringify({ version, operations, authorities: known, failures, refusals: [...refusals], nextSteps, exitSigns, troubles }, null, 2)}\n`
}

function argumentSpecs() {
  return Object.fromEntries(roleOptions.map(({ name, type, description, choices, secret }) => [
    name,
    {
      type,
      description,
      ...(type === 'list' ? { elements: 'str' } : {}),
      ...(choices ? { choices } : {}),
      ...(secret ? { no_log: true } : {}),
    },
  ]))
}

function optionRows() {
  return roleOptions.map(({ name, type, description, preset }) => ({ name, type, description, preset }))
}
