import { dirname, relative, resolve } from 'node:path'
import { Command } from 'commander'
import { AppError, type ExitCode } from '../errors/app-error.ts'
import { pretty } from '../errors/format.ts'
import { textIn } from '../load/source.ts'
import type { PreparedWorkspace, WorkspaceTarget } from '../pipeline.ts'
import type { WorkspaceShape } from '../render/workspace.ts'
import { counted } from '../ui/counted.ts'
import { note } from '../ui/verbosity.ts'
import { version } from '../version.ts'
import { type Change, isDifference } from '../write/compare.ts'
import { diffOf } from '../write/diff.ts'
import { membersBeside, noteGroups } from './note-groups.ts'
import { workspaceOf } from '../write/members.ts'
import { writeFiles } from '../write/write-files.ts'
import type { Judged } from './contradictions.ts'
import { hostFiles } from './host-files.ts'
import { addOutputOptions, isDocument, type OutputOptions, printDiagnostics, printDocument } from './output.ts'
import { declaresNothing } from './plan.ts'
import { checkHelp } from './reach.ts'

interface Options extends OutputOptions {
  out?: string
  into?: string
  inventory?: string
  check?: boolean
  diff?: boolean
  dryRun?: boolean
  force?: boolean
}

/** `registrar generate [FILE...]`: the workspace, from its host files. */
export function generateCommand(setExit: (code: ExitCode) => void): Command {
  const command = new Command('generate')
    .description('write the workspace: play, role, inventory, variables and recipes')
    .argument('[file...]', 'host files; default: registrar.yml here or above, else hosts/*.yml')
    .option('--out <directory>', 'output directory; default: that of the host files')
    .option('--into <checkout>', 'a matrix-docker-ansible-deploy checkout: only its inventory/ is written to')
    .option('--inventory <file>', 'with --into: the inventory to use, if the checkout has several')
    .option('--check', `${checkHelp}, and exit 1 if anything would`)
    .option('--diff', 'show what changes')
    .option('-n, --dry-run', 'write nothing; show what would be done')
    .option('--force', 'overwrite generated files that you edited; a backup of each is kept')
  return addOutputOptions(command, { out: true })
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
  const target = await targetOf(files, options)
  const first = prepareWorkspace(sources, target, membersBeside)
  if (first.diagnostics.length > 0) process.stderr.write(pretty(first.diagnostics, textIn(sources)))
  if (first.diagnostics.some(({ severity }) => severity === 'error')) {
    if (isDocument(options.output)) printDiagnostics(first.diagnostics, textIn(sources), options.output)
    return 2
  }
  const overwrite = { version, force: options.force ?? false }
  writeFiles(first.files, first.root, { ...overwrite, dryRun: true }) // reports what cannot be written before anything is
  const { judge, prepared } = await lookAround(target, first, (shape) =>
    prepareWorkspace(sources, { ...target, ...shape }, membersBeside),
  )
  const readOnly = Boolean(options.check ?? options.dryRun)
  const write = (dryRun: boolean) => writeFiles(prepared.files, prepared.root, { ...overwrite, dryRun })
  const judged = await judge(write(true))
  for (const each of judged.notes) note(`note: ${each}\n`)
  if (judged.contradictions.length > 0) return refuse(judged, prepared, options)
  const noted = noteGroups(prepared, { readOnly }) // first, since the rendered files contain who left the lists
  const changes = write(readOnly)
  report(changes, prepared, options, readOnly)
  for (const path of noted) note(`  ${path}: ${readOnly ? 'would be updated' : 'updated'}\n`)
  return options.check && noted.length > 0 ? 1 : exitCodeOf(changes, options)
}

/** The operator's own files in the inventory affect what is rendered, and must not change. */
async function lookAround(
  target: WorkspaceTarget,
  first: PreparedWorkspace,
  prepareIn: (shape: Omit<WorkspaceShape, 'kind'>) => PreparedWorkspace,
): Promise<{ prepared: PreparedWorkspace; judge: (changes: Change[]) => Promise<Judged> }> {
  const { shapeIn, surroundings } = await import('./surroundings.ts') // with processes
  const around = await surroundings(target, first)
  if (around === undefined) return { prepared: first, judge: async () => ({ contradictions: [], notes: [] }) }
  const { judgeChanges } = await import('./contradictions.ts')
  return {
    prepared: prepareIn(
      shapeIn(
        around,
        first.plans.map(({ host }) => host),
      ),
    ),
    judge: (changes) => judgeChanges(changes, first.plans, around),
  }
}

/** Ansible would read other values than the host files', or than it reads now: nothing is written. */
function refuse({ contradictions }: Judged, { root }: PreparedWorkspace, { output }: Options): ExitCode {
  if (isDocument(output)) printDocument({ root, written: false, files: [], contradictions }, output)
  for (const { message } of contradictions) process.stderr.write(`${message}\n`)
  process.stderr.write(
    `Nothing was written: ${counted(contradictions.length, 'contradiction')} between the host file and the inventory.\n`,
  )
  return 2
}

async function targetOf(files: string[], { out, into, inventory }: Options): Promise<WorkspaceTarget> {
  if (out !== undefined && into !== undefined)
    throw new AppError('usage', '--out and --into cannot be combined.', { hint: 'Choose one.' })
  if (inventory !== undefined && into === undefined)
    throw new AppError('usage', '--inventory chooses the inventory of a checkout to write to.', {
      hint: 'Name the checkout with --into.',
    })
  if (into !== undefined) {
    const { inventoryOfCheckout } = await import('./inventory-of-checkout.ts')
    return { kind: 'checkout', checkout: into, inventory: inventoryOfCheckout(into, inventory) }
  }
  const directory = dirname(resolve(files[0] ?? '.'))
  return { kind: 'standalone', out: out ?? workspaceOf(directory) }
}

function exitCodeOf(changes: Change[], { check }: Options): ExitCode {
  if (check) return changes.some(isDifference) ? 1 : 0
  const inTheWay = changes.some(({ action, path }) => action === 'foreign' && /(^|\/)(justfile|setup\.yml)$/.test(path))
  return inTheWay || changes.some(({ action }) => action === 'edited' || action === 'edited-orphan') ? 1 : 0
}

const remarks: Partial<Record<Change['action'], string>> = {
  create: 'created',
  update: 'updated',
  replace: 'replaced; the edited file is kept beside it',
  remove: 'removed: no longer rendered',
  foreign: 'left alone: this file is yours',
  edited: 'left alone: edited by hand (--force replaces it and keeps a copy)',
  'edited-orphan': 'left alone: no longer rendered, but edited by hand',
}

function report(changes: Change[], prepared: PreparedWorkspace, options: Options, readOnly: boolean): void {
  const { root, files } = prepared
  const list = changes.map(({ path, action, insteadOf }) => ({
    path,
    action,
    ...(insteadOf ? { instead_of: insteadOf } : {}),
  }))
  if (isDocument(options.output)) printDocument({ root, written: !readOnly, files: list }, options.output)
  if (options.diff) for (const change of changes.filter(isDifference)) process.stdout.write(diffOf(change))
  note(linesOf(changes))
  note(`${summary(changes, readOnly)}\n`)
  if (!readOnly && changes.some(({ action }) => action === 'create') && files.length > 0) note(nextStep(prepared))
}

/** A line for each file, but one for all files of the role with the same action. */
function linesOf(changes: Change[]): string {
  const groups = new Map<string, Change[]>()
  for (const change of changes) {
    const role = /^(.*\/)?roles\/[^/]+\//.exec(change.path)?.[0]
    const key = role ? `${role} ${change.action}` : change.path
    groups.set(key, [...(groups.get(key) ?? []), change])
  }
  return [...groups]
    .flatMap(([key, group]) =>
      group.length > 1 ? groupLine(key.split(' ')[0] ?? key, group) : group.flatMap(changeLine),
    )
    .join('')
}

function groupLine(directory: string, group: Change[]): string[] {
  const words = group[0] && remarks[group[0].action]
  return words ? [`  ${directory} (${counted(group.length, 'file')}): ${words}\n`] : []
}

function changeLine({ path, action, insteadOf }: Change): string[] {
  const words = remarks[action]
  return words ? [`  ${path}: ${words}${insteadOf ? `, next to ${insteadOf}, which is yours` : ''}\n`] : []
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
  if (!changes.some(isDifference)) return `Up to date (${counted(counts.unchanged, 'file')}).`
  const words = Object.entries(counts).flatMap(([word, number]) => (number > 0 ? [`${number} ${word}`] : []))
  return `${readOnly ? 'Would be: ' : ''}${words.join(', ')}.`
}

function nextStep({ root, plans }: PreparedWorkspace): string {
  const directory = relative(process.cwd(), root)
  const [first, ...others] = plans
  const choice = first && others.length > 0 ? ` '' no --limit ${first.host}` : ''
  const recipe = plans.every(declaresNothing) ? `register-user john${choice}` : 'plan-users'
  return `Next: ${directory ? `cd ${directory} && ` : ''}just ${recipe}\n`
}
