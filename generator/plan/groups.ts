import { localpart } from '../operations/preflight.ts'
import type { GroupPlan, HostPlan, LeaverPlan, UserPlan } from './host-plan.ts'

/** By group, the localparts that were ever in it; `left`: it was shut out because it left. */
export type Members = Record<string, Record<string, 'named' | 'left'>>

/** A group as its host file and its list have it; usernames as they are written. */
export interface Group {
  name: string
  leavers: GroupPlan['leavers']
  usernames: string[]
}

/** The groups of a host, who has left them, and its accounts; those that came back are let in again. */
export function planGroups(
  { users, groups, domain }: { users: UserPlan[]; groups: Group[]; domain: string },
  members: Members,
): Required<Pick<HostPlan, 'users' | 'groups' | 'leavers'>> {
  const localpartOf = (username: string) => localpart({ username, domain })
  const named = new Set(users.map(({ username }) => localpartOf(username)))
  const recorded = new Set(Object.values(members).flatMap((group) => Object.keys(group)))
  const planned = groups.map(({ name, leavers: fate, usernames: written }) => {
    const usernames = written.map(localpartOf)
    const fresh = usernames.filter((username) => !recorded.has(username))
    return { name, leavers: fate, usernames, fresh }
  })
  const leavers = planned.flatMap(({ name, leavers: fate }) =>
    Object.keys(members[name] ?? {}).flatMap((username) =>
      named.has(username) ? [] : [{ username, group: name, fate }],
    ),
  )
  const isBack = ({ username, state }: UserPlan) => state === undefined && hasLeft(members, localpartOf(username))
  return {
    users: users.map((user) => (isBack(user) ? { ...user, state: 'present', isBack: true } : user)),
    groups: planned,
    leavers,
  }
}

/** Whether it was shut out, by whichever group it had left. */
function hasLeft(members: Members, username: string): boolean {
  return Object.values(members).some((group) => Object.hasOwn(group, username) && group[username] === 'left')
}

/** The record of the groups of a plan, to be saved before it is carried out. */
export function notedMembers({ groups = [], leavers = [] }: HostPlan, before: Members): Members {
  const after = groups.map(({ name, usernames }) => {
    const shutOut = leavers.filter(({ group, fate }) => group === name && fate !== 'report')
    const noted = Object.entries({
      ...Object.fromEntries(usernames.map(asNamed)),
      ...before[name],
      ...Object.fromEntries(shutOut.map(({ username }) => [username, 'left'])),
    })
    return [name, Object.fromEntries(noted.sort(([a], [b]) => (a < b ? -1 : 1)))] as const
  })
  return { ...before, ...Object.fromEntries(after) } as Members
}

/** The record once they were let in again: they are ordinary members then, and a later lock is kept. */
export function notedReturns(
  { users = [], domain }: HostPlan,
  before: Members,
  isLetIn: (username: string) => boolean,
): Members {
  const named = new Set(users.map(({ username }) => localpart({ username, domain })))
  const isBack = (username: string) => named.has(username) && hasLeft(before, username) && isLetIn(username)
  const after = Object.entries(before).map(([name, group]) => {
    const noted = Object.entries(group).map(([username, note]) =>
      isBack(username) ? asNamed(username) : [username, note],
    )
    return [name, Object.fromEntries(noted)] as const
  })
  return Object.fromEntries(after) as Members
}

function asNamed(username: string): [string, 'named'] {
  return [username, 'named']
}

/** A plan limited to one group; undefined: there is no such group. */
export function planOfGroup(plan: HostPlan, name: string): HostPlan | undefined {
  const { users = [], groups = [], leavers = [], isExhaustive: _others, ...rest } = plan
  const group = groups.find((each) => each.name === name)
  if (!group) return undefined
  const usernames = new Set(group.usernames)
  return {
    ...rest,
    users: users.filter(({ username }) => usernames.has(localpart({ username, domain: plan.domain }))),
    groups: [group],
    leavers: leavers.filter((leaver) => leaver.group === name),
  }
}

const severity: GroupPlan['leavers'][] = ['report', 'lock', 'deactivate']

/** Each leaver once: the stricter of two groups wins. */
export function leaversOnce(leavers: LeaverPlan[]): LeaverPlan[] {
  const sorted = [...leavers].sort((a, b) => severity.indexOf(a.fate) - severity.indexOf(b.fate))
  return [...new Map(sorted.map((leaver) => [leaver.username, leaver])).values()]
}
