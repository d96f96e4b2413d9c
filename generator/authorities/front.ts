import type { HostPlan } from '../plan/host-plan.ts'
import type { FrontName, Homeserver } from './names.ts'

/** What is known of a server that owns the accounts in the place of the homeserver behind it. */
export interface Front {
  /** The homeservers before which it can stand. */
  before: Homeserver[]
  /** Its own key of the host file. */
  key: FrontName
  /** The playbook's variables that install it, and that say that accounts are being moved to it. */
  enabledBy: string
  migratingBy: string
  /** What moves the accounts. */
  migratedBy: string
  /** Where the playbook has its pages, below the homeserver's name, and which of them people are told. */
  pages: { path: string; register: string; account: string }
  /** What to change in a host file when the accounts are its own, and when they are the homeserver's. */
  movedHere: (plan: HostPlan, issuer: unknown) => string
  movedBack: (plan: HostPlan) => string
  /** What to do about accounts that only one of the two knows. */
  onHomeserverOnly: string
  hereOnly: string
}
