import { basename, dirname, relative, resolve } from 'node:path'
import { Command } from 'commander'
import { AppError, type ExitCode } from '../errors/app-error.ts'
import { pretty } from '../errors/format.ts'
import { textIn } from '../load/source.ts'
import type { PreparedWorkspace, WorkspaceTarget } from '../pipeline.ts'
import { counted } from '../ui/counted.ts'
import { version } from '../version.ts'
import { type Change, isDifference } from '../write/compare.ts'
import { diffOf } from '../write/diff.ts'
import { findConflicts } from '../write/find-conflicts.ts'
import { observer } from '../write/observe.ts'
import { writeFiles } from '../write/write-files.ts'
import { hostFiles } from './host-files.ts'

interface Options {
  out?: string
  into?: string
  check?: boolean
  diff?: boolean
  dryRun?: boolean
  force?: boolean
  json?: boolean
}

/** `registrar generate [FILE...]`: the workspace, from its host files. */
export function generateCommand(setExit: (code: ExitCode) => void): Command {
  return new Command('generate')
    .description('write the workspace: play, role, inventory, variables and recipes')
    .argument('[file...]', 'host files; default: registrar.yml here or above, else hosts/*.yml')
    .option('--out <directory>', "where it goes; default: the host files' directory")
    .option('--into <checkout>', 'a matrix-docker-ansible-deploy checkout: only its inventory/ is written to')
    .option('--check', 'write nothing; exit 1 when anything would change')
    .option('--diff', 'show what changes')
    .option('--dry-run', 'write nothing; tell what would be done')
    .option('--force', 'replace our files that were edited by hand, keeping a copy of each')
    .option('--json', 'tell what was done as JSON, on standard output')
    .addHelpText(
      'after',
      '\nExamples:\n  registrar generate registrar.yml --out .\n  registrar generate --check --diff\n  registrar generate --into ../matrix-docker-ansible-deploy',
    )
    .action(async (files: string[], options: Options) => setExit(await generate(files, options)))
}

async function generate(named: string[], options: Options): Promise<ExitCode> {
  const { prepareWorkspace, readSources } = await import('../pipeline.ts') // with the template engine: the other commands start without it
  const files = hostFiles(named)
  const sources = readSources(files)
  const prepared = prepareWorkspace(sources, targetOf(files, options))
  if (prepared.diagnostics.length > 0) process.stderr.write(pretty(prepared.diagnostics, textIn(sources)))
  if (prepared.diagnostics.some(({ severity }) => severity === 'error')) return 2
  const readOnly = Boolean(options.check ?? options.dryRun)
  const changes = writeFiles(prepared.files, prepared.root, {
    version,
    force: options.force ?? false,
    dryRun: readOnly,
  })
  report(changes, prepared, options, readOnly)
  return exitCodeOf(changes, options)
}

function targetOf(files: string[], { out, into }: Options): WorkspaceTarget {
  if (out !== undefined && into !== undefined)
    throw new AppError('usage', '--out and --into exclude each other.', { hint: 'Choose one.' })
  if (into !== undefined) return { kind: 'checkout', checkout: into }
  const directory = dirname(resolve(files[0] ?? '.'))
  return { kind: 'standalone', out: out ?? (basename(directory) === 'hosts' ? dirname(directory) : directory) }
}

function exitCodeOf(changes: Change[], { check }: Options): ExitCode {
  if (check) return changes.some(isDifference) ? 1 : 0
  const inTheWay = changes.some(({ action, path }) => action === 'foreign' && /(^|\/)(justfile|setup\.yml)$/.test(path))
  return inTheWay || changes.some(({ action }) => action === 'edited' || action === 'edited-orphan') ? 1 : 0
}

const told: Partial<Record<Change['action'], string>> = {
  create: 'created',
  update: 'updated',
  replace: 'replaced; the edited file is kept beside it',
  remove: 'removed: no longer rendered',
  foreign: 'left alone: this file is yours',
  edited: 'left alone: edited by hand (--force replaces it and keeps a copy)',
  'edited-orphan': 'left alone: no longer rendered, but edited by hand',
}

function report(changes: Change[], { root, files }: PreparedWorkspace, options: Options, readOnly: boolean): void {
  const list = changes.map(({ path, action, insteadOf }) => ({
    path,
    action,
    ...(insteadOf ? { instead_of: insteadOf } : {}),
  }))
  if (options.json) process.stdout.write(`${JSON.stringify({ root, written: !readOnly, files: list }, null, 2)}\n`)
  if (options.diff) for (const change of changes.filter(isDifference)) process.stdout.write(diffOf(change))
  process.stderr.write(tellChanges(changes, root))
  process.stderr.write(`${summary(changes, readOnly)}\n`)
  if (!readOnly && changes.some(({ action }) => action === 'create') && files.length > 0)
    process.stderr.write(nextStep(root))
}

/** A line each, but one for all of the role's files that fare alike: nobody asked for them one by one. */
function tellChanges(changes: Change[], root: string): string {
  const groups = new Map<string, Change[]>()
  for (const change of changes) {
    const role = /^(.*\/)?roles\/[^/]+\//.exec(change.path)?.[0]
    const key = role ? `${role} ${change.action}` : change.path
    groups.set(key, [...(groups.get(key) ?? []), change])
  }
  return [...groups]
    .flatMap(([key, group]) =>
      group.length > 1
        ? tellGroup(key.split(' ')[0] ?? key, group)
        : group.flatMap((change) => tellChange(change, root)),
    )
    .join('')
}

function tellGroup(directory: string, group: Change[]): string[] {
  const words = group[0] && told[group[0].action]
  return words ? [`  ${directory} (${counted(group.length, 'file')}): ${words}\n`] : []
}

function tellChange(change: Change, root: string): string[] {
  const { path, action, insteadOf, file } = change
  const words = told[action]
  const conflicts = insteadOf && file ? findConflicts(observer(root)(insteadOf)?.toString() ?? '', file.content) : []
  return [
    ...(words ? [`  ${path}: ${words}${insteadOf ? `, since ${insteadOf} is yours` : ''}\n`] : []),
    ...conflicts.map(
      ({ name, theirs, ours }) =>
        `  ${insteadOf}: sets ${name} to ${theirs}; the host file means ${ours}. Make them agree.\n`,
    ),
  ]
}

function summary(changes: Change[], readOnly: boolean): string {
  const count = (...actions: Change['action'][]) => changes.filter(({ action }) => actions.includes(action)).length
  const counts = {
    created: count('create'),
    updated: count('update', 'replace'),
    removed: count('remove'),
    'left alone': count('foreign', 'edited', 'edited-orphan'),
    unchanged: count('unchanged', 'adopt'),
  }
  if (!changes.some(isDifference)) return `Nothing to do: ${counted(counts.unchanged, 'file')} as they should be.`
  const words = Object.entries(counts).flatMap(([word, number]) => (number > 0 ? [`${number} ${word}`] : []))
  return `${readOnly ? 'Would be: ' : ''}${words.join(', ')}.`
}

function nextStep(root: string): string {
  const directory = relative(process.cwd(), root)
  return `Next: ${directory ? `cd ${directory} && ` : ''}just register-user john\n`
}
