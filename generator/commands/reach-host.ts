import { isDeepStrictEqual } from 'node:util'
import type { HostPlan } from '../plan/host-plan.ts'
import type { Session } from '../run/operate.ts'
import { type ChosenHost, chooseHead, chooseHost } from './choose-host.ts'
import { type ReachOptions, reachOf } from './reach.ts'

/** A host whose connection begins while its accounts are still read. */
export interface Reached<Begun> {
  /** Its whole host file; rejects if that has errors. */
  chosen: Promise<ChosenHost>
  /** The session, once the file was read without errors, and what was begun with it. */
  session: () => Promise<{ session: Session; begun: Promise<Begun> }>
  /** Ends it, even if it is not there yet. */
  leave: () => Promise<void>
}

/** Work for a session that needs the accounts later, if at all; `chosen` has them. */
type Begin<Begun> = (session: Session, plan: HostPlan, chosen: Promise<ChosenHost>) => Promise<Begun>

/** Reads the host file, and connects meanwhile by what it says before the accounts; once more if the rest says otherwise. */
export async function reachHost<Begun>(options: ReachOptions, begin: Begin<Begun>): Promise<Reached<Begun>> {
  const head = options.askBecomePass ? undefined : await chooseHead(options)
  const chosen = chooseHost(options)
  chosen.catch(() => undefined)
  const open = ({ plan, directory }: ChosenHost) => {
    const connecting = new AbortController()
    let session: Session | undefined
    const opening = async () => {
      const { openSession } = await import('../run/operate.ts') // with all that connects: the help starts without it
      const reach = await reachOf({ host: plan.host, directory }, options)
      session = await openSession(plan, { ...reach, mayAsk: chosen, leave: connecting.signal })
      const begun = begin(session, plan, chosen)
      begun.catch(() => undefined)
      return { session, begun }
    }
    const opened = opening()
    const ended = opened.catch(() => undefined)
    const leave = async () => {
      if (!session) connecting.abort()
      await ended
      await session?.close()
    }
    return { opened, leave }
  }
  let current = head && open(head)
  return {
    chosen,
    session: async () => {
      const whole = await chosen
      if (!head || !current || !isSameHost(head, whole)) {
        await current?.leave()
        current = open(whole)
      }
      return current.opened
    },
    leave: async () => current?.leave(),
  }
}

/** Whether they differ in accounts alone. */
function isSameHost(one: ChosenHost, other: ChosenHost): boolean {
  return isDeepStrictEqual(withoutAccounts(one), withoutAccounts(other))
}

function withoutAccounts({ plan, directory }: ChosenHost) {
  const { users: _users, groups: _groups, leavers: _leavers, ...host } = plan
  return { host, directory }
}
