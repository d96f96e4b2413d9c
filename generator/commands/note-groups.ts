import { dirname, join, relative, resolve } from 'node:path'
import type { PreparedWorkspace, ReadMembers } from '../pipeline.ts'
import { notedMembers, notedReturns } from '../plan/groups.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import { isNoted, membersPath, noteMembers, readMembers, workspaceOf } from '../write/members.ts'

/** What is noted of the groups of a host, in the workspace of its file. */
export const membersBeside: ReadMembers = (hostFile, host) => readMembers(workspaceOf(dirname(hostFile)), host)

/** Notes whom the groups of a host name, and who has left them, before a plan is carried out: what is done and not recorded would be forgotten. */
export function noteGroup(directory: string, plan: HostPlan): boolean {
  return noteMembers(workspaceOf(directory), plan.host, (before) => notedMembers(plan, before))
}

/** The same for every host of a workspace; returns the files that were or would be changed. */
export function noteGroups({ plans, root }: PreparedWorkspace, { readOnly }: { readOnly: boolean }): string[] {
  return plans.flatMap((plan) => {
    const workspace = workspaceOf(dirname(resolve(root, plan.source)))
    const change = (before: Parameters<typeof notedMembers>[1]) => notedMembers(plan, before)
    const isNew = readOnly ? !isNoted(workspace, plan.host, change) : noteMembers(workspace, plan.host, change)
    return isNew ? [relative(root, join(workspace, membersPath(plan.host)))] : []
  })
}

/** Records afterwards who was let in again: if such an account is locked later, it is not let in a second time. */
export function noteReturns(directory: string, plan: HostPlan, isLetIn: (username: string) => boolean): void {
  noteMembers(workspaceOf(directory), plan.host, (before) => notedReturns(plan, before, isLetIn))
}
