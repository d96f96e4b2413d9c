import type { HostPlan } from '../plan/host-plan.ts'
import type { FrontName, Homeserver } from './names.ts'

/** A server that owns the accounts in place of the homeserver behind it. */
export interface Front {
  /** The homeservers that it can be in front of. */
  before: Homeserver[]
  /** Its own key of the host file. */
  key: FrontName
  /** The playbook's variables that install it, and that mark a running migration to it. */
  enabledBy: string
  migratingBy: string
  /** The tool that migrates the accounts. */
  migratedBy: string
  /** The path of its pages below the homeserver's name in the playbook, and which page users are pointed to. */
  pages: { path: string; register: string; account: string }
  /** The hint if it owns the accounts, unlike the host file says, and if the homeserver does. */
  movedHere: (plan: HostPlan, issuer: unknown) => string
  movedBack: (plan: HostPlan) => string
  /** What to do about accounts that only one of the two knows. */
  onHomeserverOnly: string
  hereOnly: string
}
