import { findDeadly } from '../dialects/deadly.ts'
import { judgeName } from '../dialects/judge-name.ts'
import type { KnownNames } from '../dialects/known-names.ts'
import { findUnread, validatedVersionVariable } from '../dialects/validated-version.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { shortened } from '../errors/first-hundred.ts'
import { placeAt } from '../load/place.ts'
import type { Source } from '../load/source.ts'
import { type Variable, variablesOf } from './load-variables.ts'

/** What is wrong with a hand-written file of the playbook's variables, in the order of its lines. */
export function checkVariables(source: Source, known: KnownNames): Diagnostic[] {
  const variables = variablesOf(source)
  const problem = problemIn(source)
  const deadly = findDeadly(Object.fromEntries(variables.map(({ name, value }) => [name, value]))).flatMap(
    ({ name, message, hint }) => {
      const variable = variables.findLast((candidate) => candidate.name === name)
      return variable ? [problem('server-does-not-start', variable, message, hint)] : []
    },
  )
  const found = variables.flatMap((variable, index) => [
    ...judge(variable, known, problem, index < mostSuggested),
    ...checkType(variable, problem),
    ...checkRead(variable, known, problem),
  ])
  return shortened(
    [...source.diagnostics, ...found, ...deadly].sort(
      (a, b) => a.place.line - b.place.line || a.place.column - b.place.column,
    ),
  )
}

type Problem = (code: Diagnostic['code'], variable: Variable, message: string, hint: string) => Diagnostic

function problemIn(source: Source): Problem {
  return (code, { start, end }, message, hint) => ({
    code,
    severity: 'error',
    place: placeAt(source, start, end - start),
    message,
    hint,
  })
}

/** A suggestion takes a look at each of some thousand names. */
const mostSuggested = 1000

function judge(variable: Variable, known: KnownNames, problem: Problem, suggests: boolean): Diagnostic[] {
  const { name } = variable
  const { of, names } = known
  const verdict = judgeName(name, names, suggests)
  switch (verdict.kind) {
    case 'known':
      return []
    case 'renamed':
      return [
        problem(
          'renamed-variable',
          variable,
          `${name} was renamed (${verdict.because.since}).`,
          `Write ${verdict.to}; registrar migrate does it for the whole file.`,
        ),
      ]
    case 'removed':
      return [
        problem(
          'removed-variable',
          variable,
          `${name} was removed (${verdict.because.since}).`,
          verdict.because.instead,
        ),
      ]
    case 'unknown':
      return [
        problem(
          'unknown-variable',
          variable,
          `The playbook's ${of} has no variable ${name}.`,
          verdict.suggestion
            ? `Did you mean ${verdict.suggestion}?`
            : 'Look it up in the defaults of its role; nothing reads this one.',
        ),
      ]
  }
}

/** Only what is certain: a switch that holds a word in quotes is true for Jinja, whatever the word. */
function checkType(variable: Variable, problem: Problem): Diagnostic[] {
  const { name, value } = variable
  const isSwitch = /^matrix_\w+_enabled$/.test(name) || switches.has(name)
  if (!isSwitch || typeof value !== 'string' || !/^(yes|no|on|off|true|false)$/i.test(value)) return []
  const meant = /^(yes|on|true)$/i.test(value)
  return [
    problem(
      'wrong-type',
      variable,
      `${name} holds the text ${JSON.stringify(value)}, which is not a boolean; a template takes any text for true.`,
      `Write ${meant}, without quotes.`,
    ),
  ]
}

function checkRead(variable: Variable, known: KnownNames, problem: Problem): Diagnostic[] {
  const unread = variable.name === validatedVersionVariable ? findUnread(variable.value, known) : undefined
  return unread ? [problem('unread-changes', variable, unread.message, unread.hint)] : []
}

const switches = new Set([
  'matrix_synapse_enable_registration',
  'matrix_synapse_enable_registration_without_verification',
  'matrix_synapse_enable_registration_captcha',
  'matrix_synapse_registration_requires_token',
  'matrix_dendrite_client_api_registration_disabled',
  'matrix_dendrite_client_api_enable_registration_captcha',
])
