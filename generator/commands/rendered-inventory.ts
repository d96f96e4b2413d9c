import { relative } from 'node:path/posix'
import { fronts } from '../authorities/index.ts'
import type { Inventory, Variables } from '../checkout/inventory.ts'
import { isUnreadable } from '../checkout/admin-client.ts'
import { isOpaque } from '../checkout/inventory.ts'
import { readYaml } from '../checkout/yaml-inventory.ts'
import { isYes } from '../dialects/is-yes.ts'
import { elementHostnames } from '../dialects/element-variables.ts'
import { replaceable } from '../dialects/mas-variables.ts'
import { servers } from '../dialects/servers.ts'
import { prepareWorkspace, readSources } from '../pipeline.ts'
import type { RenderedFile } from '../render/rendered-file.ts'
import type { Standing, StandingValue } from '../render/workspace.ts'

/** What generate adds to an inventory. */
interface RenderedInventory {
  /** Relative to the inventory's directory. */
  files: { path: string; content: string }[]
  /** Whether a host's rendered files set a variable. */
  sets: (host: string, name: string) => boolean
}

/** What generate would render for host files in the inventory of a workspace of their own. */
export function renderedInventory(hostFiles: string[], out: string, before: Inventory): RenderedInventory {
  const { files } = prepareWorkspace(readSources(hostFiles), {
    kind: 'standalone',
    out,
    hostsFile: 'hosts',
    standing: standingVariables(before),
  })
  const added = files
    .filter(({ path }) => path.startsWith('inventory/host_vars/'))
    .map(({ path, content }) => ({ path: relative('inventory', path), content }))
  return { files: added, sets: (host, name) => name in variablesFor(host, added) }
}

/** The variables that rendered files set for a host. */
export function variablesFor(host: string, files: Pick<RenderedFile, 'path' | 'content'>[]): Variables {
  const own = files.filter(({ path }) => path.split('/').includes(host) && path.endsWith('.yml'))
  return Object.assign({}, ...own.map(({ path, content }) => readYaml(content, path))) as Variables
}

/** Settings that registrar itself also uses; a value that only Ansible can read is left as it is. */
const identity = [
  'matrix_domain',
  'matrix_homeserver_implementation',
  ...fronts.map(({ enabledBy }) => enabledBy),
  'matrix_client_element_enabled',
  ...Object.values(servers).flatMap(({ linksTo }) => linksTo ?? []),
  ...elementHostnames,
  ...replaceable,
]

export function standingVariables({ hosts }: Inventory): Map<string, Standing> {
  return new Map([...hosts].map(([host, variables]) => [host, standingOf(variables)]))
}

function standingOf(variables: Variables): Standing {
  const standing = new Map<string, StandingValue>()
  for (const name of identity) {
    const value = variables[name]
    if (replaceable.includes(name) && value !== undefined && !isUnreadable(value))
      standing.set(name, { text: JSON.stringify(value) })
    else if (isOpaque(value)) standing.set(name, 'unreadable')
    else if (name.endsWith('_enabled') && typeof value === 'string')
      standing.set(name, isYes(value)) // "no", as INI has it
    else if (elementHostnames.some((each) => each === name) && typeof value === 'string')
      standing.set(name, { text: value })
  }
  return standing
}
