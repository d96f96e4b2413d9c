import { existsSync, rmSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fronts } from '../authorities/index.ts'
import { defaultHomeserver } from '../authorities/names.ts'
import { differences } from '../checkout/differences.ts'
import { type Draft, draftHost, type Given } from '../checkout/draft-host.ts'
import { playbookHosts } from '../checkout/inventory.ts'
import { listMirror } from '../checkout/list-mirror.ts'
import { isRenderedFile } from '../checkout/is-rendered.ts'
import { type Checkout, readCheckout } from '../checkout/read-checkout.ts'
import { AppError } from '../errors/app-error.ts'
import { askChoice } from '../ui/ask.ts'
import { canAsk } from '../ui/terminal.ts'
import { checkoutNames } from '../variables/checkout-names.ts'
import { askDomain, askHomeserver } from './ask-draft.ts'
import type { InitOptions } from './init.ts'
import { renderedInventory } from './rendered-inventory.ts'
import { showing } from './shown-value.ts'
import { takeOver } from './take-over.ts'
import { schemaFor, type WorkspaceFile, writeHostFiles, writeWorkspace } from './write-host-files.ts'
import { note } from '../ui/verbosity.ts'

/** Host files from the inventory of a checkout, and with --take-over that inventory too. */
export async function initFrom(from: string, options: InitOptions): Promise<WorkspaceFile[]> {
  const checkout = await readCheckout(from, options.inventory)
  const found = await draftsOf(checkout, from, options)
  const drafts = found.map((draft) => withPath(draft, found.length, from, options))
  const writing = { out: options.out, ...(existsSync(join(from, 'roles')) ? { playbook: checkoutNames(from) } : {}) }
  if (!options.takeOver) return writeHostFiles(drafts, writing)
  const files = takeOver({ checkout, drafts, ...writing, schemaFor: (path) => schemaFor(path, writing) })
  await writeWorkspace(files, writing)
  await prove(checkout, from, { files, out: resolve(options.out) })
  return files
}

type HostDraft = Draft['draft']

/** Of each host that the playbook is about, what its host file is to say. */
async function draftsOf(checkout: Checkout, from: string, options: InitOptions): Promise<HostDraft[]> {
  const { inventory, placeOf, notes } = checkout
  const all = playbookHosts(inventory)
  const wanted = all.filter((host) => options.host === undefined || host === options.host)
  refuseSeveral(wanted, options)
  const given = givenIn(options)
  const read = (host: string, answers: Given = given) =>
    draftHost(
      {
        host,
        variables: inventory.hosts.get(host) ?? {},
        placeOf: (name) => placeOf(host, name),
        ...(options.takeOver ? { stays: () => 'Ansible still reads it here' } : {}),
      },
      answers,
    )
  const found = wanted.map((host) => ({ host, ...read(host) }))
  const usable = found.filter(({ refused }) => refused === undefined)
  printNotes([
    ...notes,
    ...found.flatMap((each) => [...each.notes, ...(each.refused === undefined ? [] : [each.refused])]),
  ])
  const left = [...inventory.hosts.keys()].filter((host) => !usable.some((each) => each.host === host))
  if (options.takeOver && left.length > 0) printNotes([leftOut(left)])
  if (usable.length === 0) throw noHost(from, all, found.length, options)
  const drafts: HostDraft[] = []
  for (const { host, draft, unknown } of usable)
    drafts.push(unknown.length === 0 ? draft : read(host, { ...given, ...(await answers(unknown, host)) }).draft)
  return drafts
}

function givenIn({ domain, homeserver, authority }: InitOptions): Given {
  return {
    ...(domain === undefined ? {} : { domain }),
    ...(homeserver === undefined ? {} : { homeserver }),
    ...(authority === undefined ? {} : { authority }),
  }
}

function refuseSeveral(hosts: string[], options: InitOptions): void {
  const named = (['domain', 'authority', 'homeserver'] as const).find((name) => options[name] !== undefined)
  if (named === undefined || hosts.length < 2) return
  throw new AppError('usage', `--${named} is for one host, but there are several.`, {
    hint: `Name it with --host: ${hosts.join(', ')}.`,
  })
}

/** Values that cannot be read are asked for, or must be given as options; they are never guessed. */
async function answers(unknown: Draft['unknown'], host: string): Promise<Given> {
  if (!canAsk())
    throw new AppError('unknown-host', [...unknown.map(({ why }) => why), 'Nothing was written.'].join('\n'), {
      hint: `Give it as an option: registrar init --from ... --host ${host} ${unknown.map(({ option }) => examples[option]).join(' ')}`,
    })
  const given: Given = {}
  for (const { option, why } of unknown) {
    process.stderr.write(`${why}\n`)
    given[option] = await questions[option]()
  }
  return given
}

const owners = fronts.map(({ key }) => key)
const examples = {
  domain: '--domain example.com',
  homeserver: `--homeserver ${defaultHomeserver}`,
  authority: `--authority ${owners[0]}`,
}
const questions = {
  domain: askDomain,
  homeserver: () => askHomeserver(''),
  authority: () => askChoice('Which service owns the accounts?', ['homeserver', ...owners], 'homeserver'),
}

function leftOut(hosts: string[]): string {
  return `No host file was made for ${hosts.join(', ')}: they stay in the inventory, and the playbook still sets them up, but registrar manages no accounts there.`
}

function noHost(from: string, all: string[], found: number, { host }: InitOptions): AppError {
  return new AppError(
    'no-host',
    host === undefined || found > 0 ? `${from} has no host that can be managed.` : `${from} has no host ${host}.`,
    {
      hint:
        all.length > 0
          ? `Its hosts: ${all.join(', ')}.`
          : 'Its inventory has no host under [matrix_servers], or none at all.',
    },
  )
}

function withPath(draft: HostDraft, count: number, from: string, { out }: InitOptions) {
  const path = count === 1 ? 'registrar.yml' : `hosts/${draft.host}.yml`
  return { path, draft: { ...draft, checkout: relative(dirname(resolve(out, path)), resolve(from)) || '.' } }
}

function printNotes(notes: string[]): void {
  for (const each of notes) note(`note: ${each}\n`)
}

/** Ansible must read the same in the new workspace, once that is generated, as before; else it is taken back. */
async function prove(
  { file, inventory, decrypted }: Checkout,
  from: string,
  { files, out }: { files: WorkspaceFile[]; out: string },
): Promise<void> {
  const hosts = files.find(({ path }) => /^inventory\/hosts(\.ya?ml)?$/.test(path))?.path ?? 'inventory/hosts'
  const hostFiles = files.filter(({ isHostFile }) => isHostFile).map(({ path }) => join(out, path))
  const rendered = renderedInventory(hostFiles, out, inventory)
  const options = {
    without: (path: string) => isRenderedFile(join(out, 'inventory', path)),
    added: rendered.files,
    decrypted: decrypted !== undefined,
  }
  const after = await listMirror(join(out, hosts), options, { directory: from, shown: file })
  const wrong = differences(decrypted ?? inventory, after.inventory).filter(
    ({ host, name, before }) => before !== undefined || !rendered.sets(host, name),
  )
  if (wrong.length === 0) return
  const shown = showing(inventory)
  for (const { path } of files) rmSync(join(out, path), { force: true })
  throw new AppError(
    'other-values',
    [
      'Ansible would read other values than before; what was written was removed again.',
      ...wrong.map(
        ({ host, name, before, after: now }) =>
          `${host}: ${name} was ${shown(host, name, before)}, and would be ${shown(host, name, now)}.`,
      ),
    ].join('\n'),
    { hint: 'Set these variables in only one file of the host, then run the same command again.' },
  )
}
