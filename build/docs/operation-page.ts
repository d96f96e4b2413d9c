import type { Authority } from '../../generator/authorities/authority.ts'
import { authorityEntries } from '../../generator/authorities/index.ts'
import { refusedOptionsOf } from '../../generator/authorities/program.ts'
import { wayWords } from '../../generator/authorities/ways.ts'
import type { operations } from '../../generator/operations/index.ts'
import { nextSteps } from '../../generator/operations/next-steps.ts'
import { allParameters, isChange, type Operation, type Outcome } from '../../generator/operations/operation.ts'
import type { Parameter } from '../../generator/operations/parameters.ts'
import { fill } from '../../generator/render/engine.ts'
import { parameterVariable } from '../../generator/render/role-options.ts'
import { type Play, plays } from './plays.ts'
import { recordedOf } from './recording.ts'
import { withSamples } from './sample-facts.ts'

/** `docs/operations/NAME.md`: all that there is to say of an operation, from its definition. */
export function operationPage(operation: (typeof operations)[number]): string {
  const recorded = recordedOf(operation.name)
  return fill('docs/operation.md', {
    name: operation.name,
    summary: operation.summary,
    servers: authorityEntries.map(([, authority]) => serverView(operation, authority)),
    recipe: ['just', operation.name, ...sampleWords(operation)].join(' '),
    tag: tagOf(operation),
    command: ['registrar', operation.name, ...sampleWords(operation, 'command')].join(' '),
    hostCommand: [
      '/matrix/registrar/bin/',
      operation.name,
      ...sampleWords(operation, 'command').map((word) => ` ${word}`),
    ].join(''),
    play: playText(plays[operation.name]),
    takes: allParameters(operation).map(parameterView),
    examples: operation.examples.map((words) => `registrar ${operation.name} ${words}`.trim()),
    recorded,
    hasRecorded: recorded.length > 0,
    outcomes: outcomesOf(operation),
    failIfExists: 'exists' in operation.messages,
    only: !('changes' in operation),
  })
}

/** By what means a server does it, also where `access.cli` is set, or why not and what to do instead. */
function serverView(operation: (typeof operations)[number], authority: Authority) {
  const { name } = operation
  const { label, refused, ways, since } = authority
  const refusal = refused[name]
  if (refusal) return { label, answer: `No: ${refusal.refused}. ${refusal.hint}` }
  const words = [...new Set([...ways(name), ...ways(name, { cli: {} })])].map((way) => wayWords[way])
  const version = since?.[name] ? `, from version ${since[name]}` : ''
  const without = allParameters(operation).flatMap((parameter) => {
    const why = refusedOptionsOf(authority, name)[parameter.name]?.refused
    const what = parameter.kind === 'secret' ? 'a password' : optionOf(parameter)
    return why === undefined ? [] : [`. Not with ${what}: ${why}`]
  })
  return { label, answer: `Yes, ${words.join(', or ')}${version}${without.join('')}` }
}

/** What is typed after the name: the parameters without a default; the command asks for a password. */
function sampleWords({ parameters }: Operation, surface: 'recipe' | 'command' = 'recipe'): string[] {
  return parameters.flatMap(({ name, kind, default: preset }) => {
    if (kind === 'secret' || preset !== undefined) return []
    return surface === 'command' && name === 'username' ? ['john'] : [sampleOf(name)]
  })
}

const samples: Partial<Record<Parameter['name'], string>> = {
  username: 'john',
  email: 'john@example.com',
  display_name: 'Johnny',
  kind: 'bot',
  token: 'welcome-2026',
  person: 'anna',
}

function sampleOf(name: Parameter['name']): string {
  return samples[name] ?? name.toUpperCase()
}

function tagOf(operation: Operation): string {
  const needed = operation.parameters.filter(({ kind, default: preset }) => kind !== 'secret' && preset === undefined)
  const variables = needed.map(
    ({ name }) => `${name === 'username' ? name : parameterVariable(name)}=${sampleOf(name)}`,
  )
  const words = variables.length > 1 ? `'${variables.join(' ')}'` : variables.join('')
  return `ansible-playbook -i inventory/hosts setup.yml --tags=${operation.name}${words && ` --extra-vars=${words}`}`
}

function playText({ module, options }: Play): string {
  const lines = Object.entries({ domain: 'example.com', ...options }).map(([name, value]) => {
    const text = typeof value === 'boolean' ? String(value) : /^\{\{/.test(String(value)) ? `"${value}"` : String(value)
    return `    ${name}: ${text}`
  })
  return [`- matrix_registrar.accounts.${module}:`, ...lines].join('\n')
}

function parameterView(parameter: Parameter) {
  const { name, kind, summary, default: preset } = parameter
  return {
    name,
    option: optionOf(parameter),
    variable: parameterVariable(name),
    summary: summary.charAt(0).toUpperCase() + summary.slice(1),
    preset: preset === undefined ? 'required' : kind === 'secret' ? '' : preset,
  }
}

/** How the command takes it. */
function optionOf({ name, placeholder = name, kind, default: preset, isKnown }: Parameter): string {
  const flag = `--${name.replaceAll('_', '-')}`
  if (kind === 'secret')
    return isKnown
      ? 'a prompt, `MATRIX_PASSWORD` or `--password-stdin`'
      : 'a prompt, `MATRIX_PASSWORD`, `--password-stdin` or `--generate-password`'
  if (preset === undefined) return `\`${name.toUpperCase()}\``
  return kind === 'flag' ? `\`${flag}\`` : `\`${flag} ${placeholder.toUpperCase()}\``
}

function outcomesOf(operation: Operation) {
  return Object.entries(operation.messages).map(([outcome, words]) => ({
    outcome,
    words: [words, ...(operation.next?.[outcome as Outcome] ?? []).map((step) => nextSteps[step])]
      .map(withSamples)
      .join('<br>'),
    changed: isChange(operation, outcome as Outcome) ? 'yes' : 'no',
  }))
}
