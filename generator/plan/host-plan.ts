import type { AuthorityName, Homeserver } from '../authorities/names.ts'
import type { PasswordKind } from './password-kind.ts'

/** A secret's place, never its value; relative paths are relative to the host file. */
export type SecretReference = (
  { env: string } | { file: string } | { command: [string, ...string[]] } | { ansible_var: string }
) & {
  /** What it is for: its key of the host file, named if the secret is missing. */
  setting?: string
}

/** A host file with every default filled in and every choice made. Templates see only this. */
export interface HostPlan {
  /** The host file it came from, relative to the output directory. */
  source: string
  /** The files of the host file and its lists, relative to the output directory, with their hashes. */
  sources?: { path: string; sha256: string }[]
  /** The Matrix server name: accounts are @john:DOMAIN. */
  domain: string
  /** The inventory name. */
  host: string
  homeserver: Homeserver
  /** Who owns the accounts. */
  authority: AuthorityName
  /** Settings of the authority that differ from a host of the playbook. */
  access: AccessPlan
  deployment: PlaybookPlan | NativePlan
  connection: SshPlan | LocalPlan
  become: BecomePlan
  /** Where people log in, or undefined when no client is configured. */
  elementUrl?: string
  /** Where people register by themselves; undefined: unknown. */
  registerUrl?: string
  discovery?: DiscoveryPlan
  /** The accounts that are managed, if any are. */
  users?: UserPlan[]
  /** Other accounts are reported, and can be locked. */
  isExhaustive?: true
  groups?: GroupPlan[]
  /** Accounts that were in a group and are no longer declared. */
  leavers?: LeaverPlan[]
  /** Where it is noted whom the groups have named, relative to the output directory. */
  membersFile?: string
}

/** A list of accounts that is a group of its own. */
export interface GroupPlan {
  name: string
  /** What happens to accounts that leave it. */
  leavers: 'report' | 'lock' | 'deactivate'
  /** Its localparts. */
  usernames: string[]
  /** Localparts that no group had before. */
  fresh: string[]
}

export interface LeaverPlan {
  /** The localpart. */
  username: string
  group: string
  fate: GroupPlan['leavers']
}

/** A declared account; what it does not set is left unchanged. */
export interface UserPlan {
  /** As written: the localpart, or the whole user ID. */
  username: string
  displayName?: string
  admin?: boolean
  kind?: 'user' | 'bot' | 'support'
  emails?: string[]
  state?: 'present' | 'locked' | 'deactivated'
  /** It had left a group, was shut out for that, and is to be let in once. */
  isBack?: true
  /** The last day on which it is present, in UTC: 2027-07-31. */
  until?: string
  /** A permanent identifier from a list of people. */
  id?: string
  /** Other columns of the list of people. */
  notes?: Record<string, string>
  /** The password with which it is created. */
  password?: SecretReference
  /** Whether an existing account with another password gets this one. */
  enforcesPassword?: boolean
  /** Instead: a generated password, and where it is stored. */
  generate?: PasswordPlace & PasswordKind
}

/** Where a generated password is stored. */
type PasswordPlace = { file: string } | { command: [string, ...string[]] } | { shown: true }

/** The admin access of operations. */
export interface AccessPlan {
  token?: SecretReference
  login?: { username: string; password: SecretReference }
  preferDatabase?: boolean
  client?: { id: string; secret: SecretReference }
  /** matrix-registration, if it manages the registration tokens. */
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
  /** undefined: not in the host file. */
  servedBy?: 'playbook' | 'web_server'
  /** Matrix Authentication Service, if it owns the accounts. */
  authentication?: { issuer: string; account: string }
  /** The support file. */
  support?: { contacts?: Record<string, string>[]; support_page?: string }
}

export interface PlaybookPlan {
  kind: 'playbook'
  /** A matrix-docker-ansible-deploy checkout, relative to the output directory. */
  checkout?: string
  /** Its other variables: those of the policy, and extra_vars. */
  variables?: Record<string, PlannedValue>
}

export { WrittenNumber } from '../dialects/written-number.ts'

/** A value for the playbook: data, a reference instead of a secret, or `yaml`: a variable that takes YAML as text. */
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
  /** What Ansible connects to; undefined: the inventory name (and its entry in ~/.ssh/config). */
  address?: string
  port?: number
  user?: string
  /** The Python of Ansible's modules on the host. */
  interpreter?: string
}

interface LocalPlan {
  kind: 'local'
}

export interface BecomePlan {
  enabled: boolean
  user?: string
  password?: SecretReference
}
