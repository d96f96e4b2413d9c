import { dirname, resolve } from 'node:path'
import { relative } from 'node:path/posix'
import { elementHostnames, type OwnHostnames } from './dialects/element-variables.ts'
import type { Diagnostic } from './errors/diagnostic.ts'
import { loadHostFile } from './load/load-host-file.ts'
import type { Source } from './load/source.ts'
import type { Members } from './plan/groups.ts'
import type { HostPlan } from './plan/host-plan.ts'
import { planHost } from './plan/plan-host.ts'
import type { RenderedFile } from './render/rendered-file.ts'
import { renderWorkspace, type Standing, type WorkspaceShape } from './render/workspace.ts'
import { withCheckout } from './variables/with-checkout.ts'
import { membersFile } from './write/members.ts'
import { validateSources } from './validate/validate-sources.ts'

/** Where the workspace goes: a directory of its own, or beside the inventory (a file) of a matrix-docker-ansible-deploy checkout. */
export type WorkspaceTarget = (
  { kind: 'standalone'; out: string } | { kind: 'checkout'; checkout: string; inventory: string }
) &
  Omit<WorkspaceShape, 'kind'>

export interface PreparedWorkspace {
  diagnostics: Diagnostic[]
  files: RenderedFile[]
  /** The directory that the files' paths are relative to. */
  root: string
  plans: HostPlan[]
}

/** What is noted of the groups of a host, by its file and name. */
export type ReadMembers = (hostFile: string, host: string) => Members

/** The first stage: host files as text with positions, and what the checkouts of their playbooks define. */
export function readSources(paths: string[]): Source[] {
  return paths.map((path) => withCheckout(loadHostFile(path)))
}

/** A host file and the lists of accounts that it names, with the hashes by which a later change shows. */
function sourcesOf(source: Source | undefined, root: string): { path: string; sha256: string }[] {
  const files = source ? [source, ...(source.usersFiles ?? [])] : []
  return files.flatMap(({ file, sha256 }) =>
    sha256 === undefined ? [] : [{ path: relative(root, resolve(file)), sha256 }],
  )
}

/** Validate, plan and render; pure. Writing is the caller's. No files when a host file has an error. */
export function prepareWorkspace(
  sources: Source[],
  target: WorkspaceTarget,
  membersOf: ReadMembers = () => ({}),
): PreparedWorkspace {
  const root = resolve(target.kind === 'standalone' ? target.out : dirname(target.inventory))
  const { configs, diagnostics } = validateSources(sources)
  if (diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics, files: [], root, plans: [] }
  const plans = configs.map(({ config, file, playbook, groups }) =>
    planHost(config, {
      source: relative(root, resolve(file)),
      sources: sourcesOf(
        sources.find((source) => source.file === file),
        root,
      ),
      outputDirectory: root,
      hostFileDirectory: dirname(resolve(file)),
      ...(playbook ? { playbook } : {}),
      groups,
      ...(groups.length > 0
        ? {
            members: membersOf(file, config.host),
            membersFile: relative(root, membersFile(resolve(file), config.host)),
          }
        : {}),
      elementHostnames: ownHostnames(target.standing?.get(config.host)),
    }),
  )
  return { diagnostics, files: renderWorkspace(plans, target), root, plans }
}

function ownHostnames(standing: Standing = new Map()): OwnHostnames {
  return elementHostnames.flatMap((name) => {
    const value = standing.get(name)
    if (value === undefined || typeof value === 'boolean') return []
    return [value === 'unreadable' ? value : value.text]
  })
}
