import { authorities, authorityEntries } from '../authorities/index.ts'
import { passwordFor } from '../authorities/program.ts'
import { isOnTokens } from '../authorities/ways.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import { type OperationName, operations } from '../operations/index.ts'
import { allParameters, type Operation } from '../operations/operation.ts'
import type { Parameter } from '../operations/parameters.ts'
import { mark } from '../version.ts'
import { fill } from './engine.ts'
import { renderAccounts } from './accounts.ts'
import { hostLine, hostVariables, playbookVariables } from './host-variables.ts'
import type { RenderedFile } from './rendered-file.ts'
import { everyParameter, parameterVariable } from './role-options.ts'
import { ensureTags, renderRole } from './role.ts'
import { quoteRecipe } from '../quoting/shell.ts'
import { renderWellKnown } from './well-known.ts'
import { quoteYaml, toYaml } from './yaml.ts'

/** Where a workspace lives: on its own, or inside a matrix-docker-ansible-deploy checkout, under its `inventory/`. */
export interface WorkspaceShape {
  kind: 'standalone' | 'checkout'
  /** The name of the operator's own file of hosts; if there is one, none is rendered. */
  hostsFile?: string
  /** The inventory's group of the playbook has other hosts, too. */
  hasOtherHosts?: boolean
  /** By host, the variables of its own files that stay: those that only Ansible can read, and switches written as words. */
  standing?: ReadonlyMap<string, Standing>
}

/** A switch's meaning, or a text; 'unreadable': only Ansible can evaluate it. */
export type Standing = ReadonlyMap<string, StandingValue>

export type StandingValue = boolean | 'unreadable' | { text: string }

/** Paths relative to the output directory; `inventory` and `playbook` as the recipes name them. */
const layouts = {
  standalone: {
    hosts: 'inventory/hosts',
    setup: 'setup.yml',
    roles: 'roles',
    own: '',
    hostVars: 'inventory/host_vars',
    toRoot: '..',
    inventory: 'inventory/hosts',
    playbook: 'setup.yml',
  },
  checkout: {
    hosts: undefined,
    setup: 'matrix-registrar/setup.yml',
    roles: 'matrix-registrar/roles',
    own: 'matrix-registrar/',
    hostVars: 'host_vars',
    toRoot: '.',
    inventory: 'hosts',
    playbook: 'matrix-registrar/setup.yml',
  },
} as const

/** Every file of a workspace, in the order of its paths. */
export function renderWorkspace(plans: HostPlan[], shape: WorkspaceShape): RenderedFile[] {
  const { kind, hostsFile, standing, hasOtherHosts } = shape
  const layout = layouts[kind]
  const inventory = hostsFile === undefined ? layout.inventory : layout.inventory.replace(/hosts$/, hostsFile)
  const view = {
    mark,
    operations: operations.map((operation) => recipeView(operation, plans)),
    ensureTags,
    tools: toolViews(plans),
    others: everyParameter.filter(({ name }) => !shortNames.includes(name)).map(otherView),
    inventory: /^[\w./-]+$/.test(inventory) ? inventory : quoteRecipe(inventory),
    target: hasOtherHosts ? plans.map(({ host }) => host).join(',') : 'matrix_servers',
    isGroup: !hasOtherHosts,
    hasHostFiles: kind === 'standalone' && plans.every(({ source }) => /^(hosts\/)?[^/]+$/.test(source)),
    playbook: layout.playbook,
    fallback: kind === 'checkout',
    checkout: checkoutOf(plans, kind),
  }
  const files = [
    { path: 'justfile', content: fill('workspace/justfile', view), mode: 0o644 as const },
    { path: layout.setup, content: fill('workspace/setup.yml', view), mode: 0o644 as const },
    ...(layout.hosts && hostsFile === undefined
      ? [{ path: layout.hosts, content: fill('workspace/hosts', inventoryView(plans)), mode: 0o644 as const }]
      : []),
    ...plans.flatMap((plan) => renderHost(plan, layout, standing?.get(plan.host))),
    ...plans.flatMap(renderWellKnown).map((file) => ({ ...file, path: `${layout.own}${file.path}` })),
    ...renderRole().map((file) => ({ ...file, path: `${layout.roles}/matrix_users/${file.path}` })),
  ]
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Parameters that Ansible also takes by their bare names, as the playbook spells them. */
const shortNames = ['username', 'password', 'admin']

function otherView({ name, kind }: Parameter) {
  return { variable: parameterVariable(name), environment: environmentOf(name), preset: kind === 'flag' ? 'no' : '' }
}

function environmentOf(name: string): string {
  return `MATRIX_${name.toUpperCase()}`
}

function recipeView(operation: Operation & { name: OperationName }, plans: HostPlan[]) {
  const open = operation.parameters.filter(({ kind }) => kind !== 'secret')
  const signature = (parameters: Parameter[]) =>
    parameters.map(({ name, default: preset }) => `$${name}${preset === undefined ? '' : `='${preset}'`}`)
  return {
    name: operation.name,
    summary: operation.summary,
    doc: recipeDoc(operation),
    group: isOnTokens(operation.name) ? 'registration tokens' : 'accounts',
    signature: signature(operation.parameters),
    generatedSignature: signature(open),
    required: open.flatMap(({ name, default: preset }) => (preset === undefined ? [requiredView(name)] : [])),
    defaulted: open.flatMap(({ name, default: preset }) => (preset === undefined ? [] : [name])),
    takesPassword: open.length < operation.parameters.length,
    signsIn: signingIn(operation, plans),
    confirmed: allParameters(operation).some(({ name }) => name === 'yes'),
    exported: open.map(({ name }) => `${environmentOf(name)}="$${name}"`),
  }
}

/** The pattern of extra arguments with which the operation needs a password that the account has already. */
function signingIn(operation: Operation & { name: OperationName }, plans: HostPlan[]): string {
  const needing = plans.filter(({ authority }) => passwordFor(authorities[authority], operation)?.isKnown)
  return needing.length === plans.length ? '*' : needing.map(({ host }) => String.raw`*[\ =]${host}\ *`).join(' | ')
}

/** A required word; with its variable if it may begin with two dashes, as options do. */
function requiredView(name: Parameter['name']) {
  return { name, variable: name === 'display_name' || name === 'token' ? environmentOf(name) : '' }
}

/** The recipe's line in the list: its summary, then its parameters. */
function recipeDoc({ summary, parameters }: Operation): string {
  const explained = parameters
    .filter((parameter) => parameter.default !== undefined)
    .map(({ name, kind, summary: what }) => `${name}: ${kind === 'flag' ? `yes to ${what}` : what}`)
  return [summary, ...explained].join('; ')
}

/** A server's own tool, opened on the hosts of the playbook that have it. */
const tools = [
  ...authorityEntries.flatMap(([name, { tool }]) =>
    tool ? [{ ...tool, has: ({ authority }: HostPlan) => authority === name }] : [],
  ),
  {
    name: 'postgres-cli',
    doc: "Open psql on the host's database, as the superuser of the playbook",
    command: '/matrix/postgres/bin/cli$batch',
    batch: '-non-interactive',
    has: () => true,
  },
]

function toolViews(plans: HostPlan[]) {
  return tools.flatMap(({ has, ...tool }) => {
    const hosts = plans
      .filter((plan) => plan.deployment.kind === 'playbook' && has(plan))
      .map(({ host, connection, become }) => ({
        host,
        connect: quoteRecipe(sshWords(host, connection)),
        become: quoteRecipe(becomeWords(become)),
      }))
    return hosts.length === 0
      ? []
      : [{ ...tool, hosts, several: plans.length > 1, names: hosts.map(({ host }) => host).join(', ') }]
  })
}

/** ssh's arguments for a host; the schema allows nothing in them that needs quoting. */
function sshWords(host: string, connection: HostPlan['connection']): string {
  if (connection.kind === 'local') return ''
  const { address = host, port, user } = connection
  return [...(port === undefined ? [] : ['-p', port]), ...(user === undefined ? [] : ['-l', user]), '--', address].join(
    ' ',
  )
}

function becomeWords({ enabled, user }: HostPlan['become']): string {
  return enabled ? `sudo${user === undefined ? '' : ` -u ${user}`} --` : ''
}

function checkoutOf(plans: HostPlan[], kind: WorkspaceShape['kind']): string {
  const found = plans.flatMap(({ deployment }) =>
    deployment.kind === 'playbook' && deployment.checkout ? [deployment.checkout] : [],
  )
  return kind === 'standalone' && found[0] ? quoteRecipe(asPath(found[0])) : ''
}

/** A path that cd takes neither for an option nor for a name to look up in CDPATH. */
function asPath(path: string): string {
  return /^(\.{0,2}\/|~)/.test(path) ? path : `./${path}`
}

function inventoryView(plans: HostPlan[]) {
  const sorted = [...plans].sort((a, b) => (a.host < b.host ? -1 : 1))
  const servers = [...new Set(sorted.flatMap(serversOf))]
  const groups = servers.map((name) => ({
    name: `matrix_${name}`,
    hosts: sorted.filter((plan) => serversOf(plan).includes(name)).map(({ host }) => host),
  }))
  return { mark, hosts: sorted.map((plan) => ({ line: hostLine(plan) })), groups: plans.length > 1 ? groups : [] }
}

/** The homeserver, and the server in front of it that owns the accounts. */
function serversOf({ homeserver, authority }: HostPlan): string[] {
  return [...new Set([homeserver, authority])]
}

/** Whether the operator's own value wins over ours; for lists with the Admin API's client, if it has that client. */
function winsOver(theirs: StandingValue | undefined, ours: unknown, client?: string): boolean {
  if (typeof theirs === 'object') return client !== undefined && theirs.text.includes(client)
  return theirs === 'unreadable' || (theirs !== undefined && theirs === ours)
}

function renderHost(
  plan: HostPlan,
  { hostVars, toRoot, own }: (typeof layouts)[keyof typeof layouts],
  standing: Standing = new Map(),
): RenderedFile[] {
  const directory = `${hostVars}/${plan.host}`
  const all = playbookVariables(plan, toRoot)
  const playbook =
    all &&
    Object.fromEntries(
      Object.entries(all).filter(([name, value]) => !winsOver(standing.get(name), value, plan.access.client?.id)),
    )
  const accounts = plan.users?.length || plan.leavers?.length ? `${own}accounts/${plan.host}.json` : undefined
  const registrar = fill('workspace/host_vars/registrar.yml', {
    mark,
    source: quoteYaml(plan.source), // a comment ends with its line, so that no other may begin in it
    variables: toYaml(hostVariables(plan, toRoot, accounts)),
  })
  const files: RenderedFile[] = [{ path: `${directory}/registrar.yml`, content: registrar, mode: 0o644 }]
  if (accounts) files.push({ path: accounts, content: renderAccounts(plan), mode: 0o644 })
  if (playbook) {
    const content = fill('workspace/host_vars/vars.yml', { mark, variables: toYaml(playbook) })
    files.push({
      path: `${directory}/vars.yml`,
      content,
      mode: 0o644,
      fallbackPath: `${directory}/matrix_registrar.yml`,
    })
  }
  return files
}
