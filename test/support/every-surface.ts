import { join } from 'node:path'
import { execa } from 'execa'
import { operations, type OperationName } from '../../generator/operations/index.ts'
import { allParameters, defaultsOf, type Operation } from '../../generator/operations/operation.ts'
import type { ParameterName } from '../../generator/operations/parameters.ts'
import type { HostPlan } from '../../generator/plan/host-plan.ts'
import { plannedRequests } from '../../generator/run/planned-requests.ts'
import type { LabHost } from '../lab/host.ts'
import type { AnsibleVersion } from '../lab/install.ts'
import { oldestAnsible, usualAnsible } from './ansible-versions.ts'
import { registrar } from './kept-cli.ts'
import { makeDirectory } from './directory.ts'
import { givenToRecipe, isLine } from './passwords.ts'
import { hostFile } from './host-file.ts'
import { installHostCommands } from './install-host-commands.ts'
import { labEnvironment } from './lab-workspace.ts'
import { shownOtherwise } from './sent-as-shown.ts'
import { type Reported, reportedAsJson, reportedByAnsible, writeSshConfig } from './surfaces.ts'
import { makeWorkspace, runJust } from './workspace.ts'

export type Given = Partial<Record<ParameterName, string>>

/** A step of a story that every surface tells, on accounts NAME of its own, and what it must end with. */
export interface Step {
  operation: OperationName
  given: Given
  says: RegExp
  /** Stands in what comes next. */
  next?: RegExp
  changed?: boolean
  failed?: boolean
}

/** The operation done, and done again, which changes nothing. */
export function twice(operation: OperationName, given: Given, first: RegExp, second: RegExp): Step[] {
  return [
    { operation, given, says: first, changed: true },
    { operation, given, says: second },
  ]
}

type AnyStep = Step & { check?: boolean }

/**
 * Of a story each operation once as it succeeds, is predicted and fails: for Ansible, which takes seconds a step, and whose
 * tasks are rendered alike for every outcome. The other surfaces tell it whole.
 */
export function inBrief<S extends AnyStep>(story: S[]): S[] {
  return firstOfEach(story, ({ operation, failed = false, check = false }) => [operation, failed, check])
}

/** Of a story each operation once, as it succeeds: what its tasks ask of an Ansible that reads them. */
export function succeeding<S extends AnyStep>(story: S[]): S[] {
  return inBrief(story.filter(({ failed = false, check = false }) => !failed && !check))
}

/** Of a story each way to end, once: where another test runs every operation through the same tasks. */
export function endings<S extends AnyStep>(story: S[]): S[] {
  return firstOfEach(story, ({ operation, changed = false, failed = false, check = false }) => [
    /^(register-user|show|list)/.exec(operation)?.[0] ?? 'change',
    changed,
    failed,
    check,
  ])
}

function firstOfEach<S>(steps: S[], kindOf: (step: S) => unknown[]): S[] {
  const kinds = steps.map((step) => JSON.stringify(kindOf(step)))
  return steps.filter((_, index) => kinds.indexOf(kinds[index] ?? '') === index)
}

/** A step's values for one surface. */
export function givenTo(name: string, given: Given): Given {
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, value.replaceAll('NAME', name)]))
}

/** Whether it ended as the step must. */
export function isAsExpected(
  { says, next, changed = false, failed = false }: Step,
  name: string,
  reported: Reported,
): boolean {
  if (next && !next.test(reported.next.join('\n'))) return false
  return (
    new RegExp(says.source.replaceAll('NAME', name)).test(reported.message) &&
    reported.changed === changed &&
    reported.failed === failed
  )
}

/** Does an operation the way of one surface, on a server of this machine. */
export type LocalSurface = (name: OperationName, given: Given, options?: { check?: boolean }) => Promise<Reported>

/**
 * The three ways to do every operation: the recipe through Ansible, of this time and the oldest, the CLI, and the host
 * command; on this machine, or over SSH on the lab's host. `env` is what secret references name.
 */
export async function everySurface(
  plan: HostPlan,
  env: Record<string, string> = {},
  host?: LabHost,
  { allCommands = false }: { allCommands?: boolean } = {},
): Promise<{ root: string; surfaces: Record<string, LocalSurface> }> {
  const root = makeWorkspace([plan])
  const cwd = makeDirectory({ 'registrar.yml': hostFile(plan) })
  const environment = host ? { ...env, ...labEnvironment(host) } : env
  const sshConfig = host ? ['--ssh-config', await writeSshConfig(host, cwd)] : []
  const commands = host ? '/matrix/registrar' : makeDirectory()
  const onHost = host
    ? ['docker', 'exec', '--interactive', ...Object.keys(env).flatMap((name) => ['--env', name]), host.containerId]
    : []
  const install = () => installHostCommands(root, { env: environment, path: commands, host, all: allCommands })
  let installed: Promise<unknown> | undefined
  const just =
    (ansible: AnsibleVersion): LocalSurface =>
    async (name, given, { check = false } = {}) => {
      const { parameters, options = [] } = operationOf(name)
      const { word, env: byEnvironment } = givenToRecipe(given.password ?? '')
      const words = parameters.map(({ name: parameter, default: preset = '' }) =>
        parameter === 'password' ? word : (given[parameter] ?? preset),
      )
      const others = Object.fromEntries(
        options.flatMap((option) =>
          given[option.name] === undefined ? [] : [[`MATRIX_${option.name.toUpperCase()}`, given[option.name] ?? '']],
        ),
      )
      return reportedByAnsible(
        await runJust(root, [name, ...words, ...(check ? ['--check'] : [])], {
          env: { ...environment, ...others, ...byEnvironment },
          ansible,
        }),
      )
    }
  return {
    root,
    surfaces: {
      ansible: just(usualAnsible),
      'oldest ansible': just(oldestAnsible),
      cli: async (name, given, { check = false } = {}) => {
        const words = [
          name,
          ...wordsOf(name, given),
          '--json',
          '--verbose',
          ...sshConfig,
          ...(check ? ['--check'] : []),
        ]
        const { stdout, stderr } = await registrar(words, {
          cwd,
          env: { ...env, MATRIX_PASSWORD: given.password ?? '' },
        })
        const reported = reportedAsJson(stdout)
        const accounts = [{ ...defaultsOf(operationOf(name)), ...given }]
        const { requests } = plannedRequests({ plan, operation: operationOf(name), accounts, check })
        const otherwise = reported.changed && !reported.failed && !check ? shownOtherwise(stderr, requests) : undefined
        return otherwise
          ? { ...reported, message: `${name}, not as --dry-run shows: ${JSON.stringify(otherwise)}` }
          : reported
      },
      'host command': async (name, given, { check = false } = {}) => {
        await (installed ??= install())
        const { password = '' } = given
        const [command = '', ...words] = [
          ...onHost,
          join(commands, 'bin', name),
          '--json',
          ...(check ? ['--check'] : []),
          ...optionsOf(name, given),
          ...(isLine(password) ? typedOf(name, given) : ['--', ...typedOf(name, given), password]),
        ]
        const { stdout } = await execa(command, words, { input: `${password}\n`, env, reject: false })
        return reportedAsJson(stdout)
      },
    },
  }
}

function operationOf(name: OperationName): Operation & { name: OperationName } {
  return operations.find((operation) => operation.name === name) as Operation & { name: OperationName }
}

function wordsOf(name: OperationName, given: Given): string[] {
  return [...typedOf(name, given), ...optionsOf(name, given)]
}

function typedOf(name: OperationName, given: Given): string[] {
  return operationOf(name).parameters.flatMap((parameter) =>
    parameter.default === undefined ? [given[parameter.name] ?? ''] : [],
  )
}

function optionsOf(name: OperationName, given: Given): string[] {
  return allParameters(operationOf(name)).flatMap(({ name: parameter, kind, default: preset }) => {
    const value = given[parameter]
    if (value === undefined || preset === undefined || kind === 'secret') return []
    const flag = `--${parameter.replaceAll('_', '-')}`
    return kind === 'flag' ? (value === 'yes' ? [flag] : []) : [flag, value]
  })
}
