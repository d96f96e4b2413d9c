import { isDeepStrictEqual } from 'node:util'
import { type Difference, differences } from '../checkout/differences.ts'
import { hidingOf } from '../checkout/hidden-file.ts'
import { type Inventory, isOpaque, type Variables } from '../checkout/inventory.ts'
import { listMirror } from '../checkout/list-mirror.ts'
import { isRenderedFile } from '../checkout/is-rendered.ts'
import { extensionVariable, replaceable } from '../dialects/mas-variables.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import { basename, join, relative } from 'node:path'
import type { Change } from '../write/compare.ts'
import { variablesFor } from './rendered-inventory.ts'
import { type Shown, showing, shownValue } from './shown-value.ts'
import type { Surroundings } from './surroundings.ts'

/** A variable whose value would differ from the host file or the operator's own files. */
interface Contradiction {
  host: string
  variable: string
  message: string
}

export interface Judged {
  contradictions: Contradiction[]
  /** Values that the host file changes on purpose, and differences between the two connections to a host. */
  notes: string[]
}

/** Checks that Ansible, once the changes are written, reads the host files' values, and everything else as before. */
export async function judgeChanges(changes: Change[], plans: HostPlan[], around: Surroundings): Promise<Judged> {
  const added = changes.flatMap(({ path, file, action }) =>
    file && action !== 'foreign' && path.startsWith(`${around.prefix}host_vars/`)
      ? [{ path: relative(around.prefix || '.', path), content: file.content }]
      : [],
  )
  const after = await inventoryWith(added, changes, around)
  const missing = plans.filter(({ host }) => !after.hosts.has(host)).map(({ host }) => notThere(host, around))
  const present = plans.filter(({ host }) => after.hosts.has(host))
  const shown = showing(around.clear)
  const judged = present.map(({ host, access }) => {
    const isAdded = added.some(({ path }) => path.startsWith(`host_vars/${host}/`))
    const hiding = isAdded ? hidingOf(host, join(around.directory, 'host_vars')) : undefined
    if (hiding) return { contradictions: [{ host, variable: '*', message: `${hiding.what} ${hiding.how}` }], notes: [] }
    return judgeHost(host, variablesFor(host, added), {
      before: around.before,
      after,
      shown,
      client: access.client?.id,
    })
  })
  const others = differences(around.before, after)
    .filter(({ host }) => !present.some((plan) => plan.host === host))
    .map(({ host, name, before, after: now }) => changed(host, name, before, now, shown))
  return {
    contradictions: [...missing, ...judged.flatMap(({ contradictions }) => contradictions), ...others],
    notes: [
      ...judged.flatMap(({ notes }) => notes),
      ...(around.hostsFile === undefined
        ? []
        : present.flatMap((plan) => connectionNotes(plan, around.clear.hosts.get(plan.host) ?? {}))),
    ],
  }
}

async function inventoryWith(
  added: { path: string; content: string }[],
  changes: Change[],
  around: Surroundings,
): Promise<Inventory> {
  const { directory, hostsFile, runsIn, isDecrypted } = around
  const hosts = changes.find(({ path }) => path === 'inventory/hosts')?.file?.content ?? ''
  const file = hostsFile ?? join(directory, 'hosts')
  const options = {
    without: (path: string) => isRenderedFile(join(directory, path)),
    added: hostsFile === undefined ? [...added, { path: 'hosts', content: hosts }] : added,
    decrypted: isDecrypted,
  }
  return (await listMirror(file, options, { directory: runsIn, shown: file })).inventory
}

function judgeHost(
  host: string,
  declared: Variables,
  { before, after, shown, client }: { before: Inventory; after: Inventory; shown: Shown; client: string | undefined },
): Judged {
  const now = after.hosts.get(host) ?? {}
  const beaten = Object.keys(declared)
    .filter((name) => !isDeepStrictEqual(declared[name], now[name]))
    .map((name) => ({
      host,
      variable: name,
      message: `${host}: your inventory sets ${name} to ${shown(host, name, now[name])}; this wins over the host file's ${shownValue(name, declared[name])}. ${todoFor(name, client) ?? 'Make them agree.'}`,
    }))
  const lost = differences(before, after).filter(
    (each) => each.host === host && !beaten.some(({ variable }) => variable === each.name),
  )
  const replaced = lost.filter(({ name, before: was }) => !(name in declared) || isCompound(name, was))
  const meant = lost.filter((each) => !replaced.includes(each) && each.before !== undefined)
  return {
    contradictions: [
      ...beaten,
      ...replaced.map(({ name, before: was, after: is }) =>
        name in declared ? replacedWhole(host, name, client) : changed(host, name, was, is, shown),
      ),
    ],
    notes: [
      ...meant.map(
        ({ name, before: was, after: is }) =>
          `${host}: ${name} was ${shown(host, name, was)}; the host file makes it ${shownValue(name, is)}.`,
      ),
      ...(lost.some(isElementGone)
        ? [`${host}: the playbook's next run removes Element from this host, as web.element says.`]
        : []),
    ],
  }
}

/** The playbook installs it by default. */
function isElementGone({ name, before, after }: Difference): boolean {
  return name === 'matrix_client_element_enabled' && before === undefined && after === false
}

/** A list, a mapping, or a text of several lines: ours would replace it as a whole. */
function isCompound(name: string, value: unknown): boolean {
  return (
    (replaceable.includes(name) && value !== undefined) ||
    (typeof value === 'object' && value !== null && !isOpaque(value)) ||
    (typeof value === 'string' && value.includes('\n'))
  )
}

/** The operator owns MAS's list of clients and can add ours to it. */
function todoFor(variable: string, client?: string): string | undefined {
  if (client === undefined || !replaceable.includes(variable)) return undefined
  const where = variable === extensionVariable ? ', to policy.data.admin_clients' : ''
  return `Keep your own, and add the client ${client} there, too${where}.`
}

function replacedWhole(host: string, variable: string, client: string | undefined): Contradiction {
  const todo = todoFor(variable, client) ?? 'Set it in one place only: under extra_vars, or in your own file.'
  const message = `${host}: your inventory sets ${variable}; the host file would replace all of it. ${todo}`
  return { host, variable, message }
}

function changed(host: string, variable: string, before: unknown, after: unknown, shown: Shown): Contradiction {
  const message = `${host}: ${variable} is ${shown(host, variable, before)}, and Ansible would read ${shown(host, variable, after)} instead.`
  return { host, variable, message }
}

function notThere(host: string, { hostsFile = 'inventory/hosts', before }: Surroundings): Contradiction {
  const others = [...before.hosts.keys()].slice(0, 10)
  const message = `${host}: ${hostsFile} has no such host; Ansible would do nothing there. Correct host in the host file, or add the host to ${basename(hostsFile)}. Its hosts: ${others.join(', ') || 'none'}.`
  return { host, variable: 'inventory_hostname', message }
}

/** Recipes connect by the inventory, registrar itself by the host file. */
function connectionNotes({ host, connection }: HostPlan, variables: Variables): string[] {
  if (connection.kind === 'local') return []
  const pairs = [
    ['address', connection.address, ['ansible_host', 'ansible_ssh_host'], host],
    ['port', connection.port, ['ansible_port', 'ansible_ssh_port'], 22],
    ['user', connection.user, ['ansible_user', 'ansible_ssh_user'], undefined],
  ] as const
  return pairs.flatMap(([key, ours, names, preset]) => {
    const theirs = names.map((name) => variables[name]).find((value) => value !== undefined)
    if (theirs === undefined || isOpaque(theirs) || String(theirs) === String(ours ?? preset ?? theirs)) return []
    return [
      `${host}: the inventory has ${names[0]}=${String(theirs)}, the host file connection.${key}: ${String(ours ?? preset)}. Recipes use the first, registrar itself the second: make them agree.`,
    ]
  })
}
