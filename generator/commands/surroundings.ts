import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { hostsFiles } from '../checkout/choose-inventory.ts'
import { type Inventory, playbookHosts } from '../checkout/inventory.ts'
import { listWithVault } from '../checkout/list-mirror.ts'
import { isRenderedFile } from '../checkout/is-rendered.ts'
import type { PreparedWorkspace, WorkspaceTarget } from '../pipeline.ts'
import type { WorkspaceShape } from '../render/workspace.ts'
import { standingVariables } from './rendered-inventory.ts'

/** The operator's own files in the inventory that is written to. */
export interface Surroundings {
  /** The directory with host_vars/, and where it is in what is rendered. */
  directory: string
  prefix: string
  /** Where Ansible runs, whose ansible.cfg counts. */
  runsIn: string
  /** The operator's own file with the hosts; undefined: ours. */
  hostsFile?: string
  /** What Ansible reads there without our files. */
  before: Inventory
  /** The same, as messages may show it. */
  clear: Inventory
  /** `before` has what encrypted files hold. */
  isDecrypted: boolean
}

/** undefined: everything there is ours, or nothing is there yet. */
export async function surroundings(
  target: WorkspaceTarget,
  prepared: PreparedWorkspace,
): Promise<Surroundings | undefined> {
  const isCheckout = target.kind === 'checkout'
  const directory = isCheckout ? prepared.root : join(prepared.root, 'inventory')
  const hostsFile = isCheckout ? target.inventory : ownHosts(directory)
  if (hostsFile === undefined && !hasForeignVariables(directory)) return undefined
  const rendered = prepared.files.filter(({ path }) => path === 'inventory/hosts')
  const file = hostsFile ?? join(directory, 'hosts')
  const options = {
    without: (path: string) => isRenderedFile(join(directory, path)),
    added: hostsFile === undefined ? rendered.map(({ content }) => ({ path: 'hosts', content })) : [],
  }
  const place = { directory: isCheckout ? target.checkout : prepared.root, shown: file }
  const { inventory, shown: clear, decrypted } = await listWithVault(file, options, place)
  return {
    directory,
    prefix: isCheckout ? '' : 'inventory/',
    runsIn: place.directory,
    before: decrypted ?? inventory,
    clear,
    isDecrypted: decrypted !== undefined,
    ...(hostsFile === undefined ? {} : { hostsFile }),
  }
}

/** How the rendered files fit in there. */
export function shapeIn({ hostsFile, before }: Surroundings, hosts: string[]): Omit<WorkspaceShape, 'kind'> {
  const others = playbookHosts(before).filter((host) => !hosts.includes(host))
  return {
    standing: standingVariables(before),
    ...(hostsFile === undefined ? {} : { hostsFile: basename(hostsFile) }),
    ...(hostsFile !== undefined && others.length > 0 ? { hasOtherHosts: true } : {}),
  }
}

/** The operator's own file with the hosts in a workspace. */
function ownHosts(directory: string): string | undefined {
  return hostsFiles.map((name) => join(directory, name)).find((file) => isFile(file) && !isRenderedFile(file))
}

function hasForeignVariables(directory: string): boolean {
  return ['host_vars', 'group_vars'].some((name) =>
    existsSync(join(directory, name))
      ? readdirSync(join(directory, name), { recursive: true, withFileTypes: true }).some(
          (entry) => !entry.isDirectory() && !isRenderedFile(join(entry.parentPath, entry.name)),
        )
      : false,
  )
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
