import type { AuthorityName, Homeserver } from '../authorities/names.ts'
import type { PasswordKind } from './password-kind.ts'

/** A secret's place, never its value; relative paths are relative to the host file. */
export type SecretReference = (
  { env: string } | { file: string } | { command: [string, ...string[]] } | { ansible_var: string }
) & {
  /** What it is for: its key of the host file, told when the secret is not there. */
  setting?: string
}

/** A host file with every default filled in and every choice made. Templates see only this. */
export interface HostPlan {
  /** The host file it came from, relative to the output directory. */
  source: string
  /** The files that say all of this, relative to the output directory, as they were when it was read. */
  sources?: { path: string; sha256: string }[]
  /** The Matrix server name: accounts are @john:DOMAIN. */
  domain: string
  /** The inventory name. */
  host: string
  homeserver: Homeserver
  /** Who owns the accounts. */
  authority: AuthorityName
  /** How its operations reach it, where that is not what the playbook's hosts have. */
  access: AccessPlan
  deployment: PlaybookPlan | NativePlan
  connection: SshPlan | LocalPlan
  become: BecomePlan
  /** Where people log in, or undefined when no client is configured. */
  elementUrl?: string
  /** Where people register by themselves, or undefined when nothing is known of it. */
  registerUrl?: string
  discovery?: DiscoveryPlan
  /** The accounts that are managed, if any are. */
  users?: UserPlan[]
  /** Other accounts are told, and can be locked. */
  isExhaustive?: true
  groups?: GroupPlan[]
  /** Accounts that a group once named, and that nothing names any more. */
  leavers?: LeaverPlan[]
}

/** A list of accounts that is a group of its own. */
export interface GroupPlan {
  name: string
  /** What becomes of those that it once named. */
  leavers: 'report' | 'lock' | 'deactivate'
  /** The localparts that it names. */
  usernames: string[]
  /** Those that no group named before. */
  fresh: string[]
}

export interface LeaverPlan {
  /** The localpart. */
  username: string
  group: string
  fate: GroupPlan['leavers']
}

/** What an account is to be; what is not said is left as it is. */
export interface UserPlan {
  /** As it was written: the localpart, or the whole user ID. */
  username: string
  displayName?: string
  admin?: boolean
  kind?: 'user' | 'bot' | 'support'
  emails?: string[]
  state?: 'present' | 'locked' | 'deactivated'
  /** The last day on which it is present, in UTC: 2027-07-31. */
  until?: string
  /** By which a list of people knows this one again. */
  id?: string
  /** What else its list keeps of this person. */
  notes?: Record<string, string>
  /** The password with which it is created. */
  password?: SecretReference
  /** Whether an account that has another password gets this one. */
  enforcesPassword?: boolean
  /** Instead: it is made, and goes there. */
  generate?: PasswordPlace & PasswordKind
}

/** Where a password that is made goes. */
export type PasswordPlace = { file: string } | { command: [string, ...string[]] } | { shown: true }

/** As whom operations reach the authority: settings of it. */
export interface AccessPlan {
  token?: SecretReference
  login?: { username: string; password: SecretReference }
  preferDatabase?: boolean
  client?: { id: string; secret: SecretReference }
  /** Where matrix-registration has the registration tokens. */
  tokenPage?: { url: string; secret: SecretReference }
  /** Instead of a client: mas-cli on the host. */
  cli?: { command?: string[]; takesPasswords?: true }
  mas?: { address?: string; service?: string; state?: string; emailRequired?: boolean }
}

/** What clients and other servers find under https://HOSTNAME/.well-known/matrix. */
export interface DiscoveryPlan {
  /** The domain without a port. */
  hostname: string
  /** The name under which the homeserver is reached. */
  address: string
  /** The same for other servers, with the port. */
  server: string
  /** undefined: the host file does not say. */
  servedBy?: 'playbook' | 'web_server'
  /** Where Matrix Authentication Service is, when it has the accounts. */
  authentication?: { issuer: string; account: string }
  /** The support file. */
  support?: { contacts?: Record<string, string>[]; support_page?: string }
}

export interface PlaybookPlan {
  kind: 'playbook'
  /** A matrix-docker-ansible-deploy checkout, relative to the output directory. */
  checkout?: string
  /** Its variables beyond those that every host has: the policy's, and what is passed through. */
  variables?: Record<string, PlannedValue>
}

export { WrittenNumber } from '../dialects/written-number.ts'

/** A value for the playbook; a secret's place instead of the secret; `yaml`: what it takes as a text of YAML. */
export type PlannedValue =
  | { reference: SecretReference }
  | { list: PlannedValue[] }
  | { mapping: Record<string, PlannedValue> }
  | { yaml: unknown }
  | { value: unknown }

export interface NativePlan {
  kind: 'native'
  /** The Python that runs Synapse; on Dendrite the host's own. */
  python: string
  /** The homeserver's configuration: files, or directories of *.yaml, later ones winning. */
  config: string[]
  /** Base URL of the client API as the host itself reaches it. */
  address: string
  /** The systemd unit. */
  service: string
}

export interface SshPlan {
  kind: 'ssh'
  /** What Ansible connects to; undefined: the inventory name (and what ~/.ssh/config says of it). */
  address?: string
  port?: number
  user?: string
  /** The Python of Ansible's modules on the host. */
  interpreter?: string
}

export interface LocalPlan {
  kind: 'local'
}

export interface BecomePlan {
  enabled: boolean
  user?: string
  password?: SecretReference
}
