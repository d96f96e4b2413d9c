import { join, relative } from 'node:path'
import { authorityOf, homeservers } from '../authorities/index.ts'
import { authorityNameOf } from '../authorities/names.ts'
import { baseOf, elementAtHome, elementVariables, type OwnHostnames } from '../dialects/element-variables.ts'
import { type PlaybookNames, namesFor } from '../dialects/playbook-names.ts'
import { isMapping, isSecretPlace, isYamlText, type PolicyValue } from '../dialects/policy-value.ts'
import { isSecretReference } from '../dialects/secret-reference.ts'
import { inWordsOf, policyVariables } from '../dialects/policy-variables.ts'
import { modesOf } from '../dialects/registration/modes.ts'
import { hasTokenPage } from '../dialects/registration/synapse.ts'
import { WrittenNumber } from '../dialects/written-number.ts'
import type { HostConfig, NativeDeployment } from '../generated/host-config.ts'
import type {
  AccessPlan,
  BecomePlan,
  HostPlan,
  NativePlan,
  PlannedValue,
  PlaybookPlan,
  SecretReference,
  UserPlan,
} from './host-plan.ts'
import { type Group, type Members, planGroups } from './groups.ts'
import { planDiscovery } from './plan-discovery.ts'
import { pagesUrl, publicAddress } from './public-address.ts'

interface PlanOptions {
  /** The host file, relative to the output directory. */
  source: string
  sources?: HostPlan['sources']
  outputDirectory: string
  hostFileDirectory: string
  /** The names that its playbook's checkout defines; undefined: those of its release. */
  playbook?: PlaybookNames
  /** Where the inventory's own files have Element. */
  elementHostnames?: OwnHostnames
  groups?: Group[]
  /** Which usernames the groups have named before. */
  members?: Members
  /** Where that is noted, relative to the output directory. */
  membersFile?: string
}

/** Fills in every default, and makes every choice. */
export function planHost(config: HostConfig, options: PlanOptions): HostPlan {
  const { domain, host, homeserver, connection = { kind: 'ssh' } } = config
  const elementUrl = planElementUrl(config)
  const loginUrl = config.web?.client ?? elementUrl
  const discovery = planDiscovery(config)
  const access = planAccess(config, options)
  const { become, ...reach } = connection
  return {
    source: options.source,
    ...(options.sources ? { sources: options.sources } : {}),
    ...(options.membersFile === undefined ? {} : { membersFile: options.membersFile }),
    domain,
    host,
    homeserver,
    authority: authorityNameOf(config),
    access,
    deployment: planDeployment(config, options),
    connection: reach,
    become: planBecome(become, reach.kind === 'ssh' ? reach.user : undefined, options),
    ...(loginUrl ? { elementUrl: loginUrl } : {}),
    ...planRegisterUrl(config, elementUrl, access),
    ...(discovery ? { discovery } : {}),
    ...planUsers(config, options),
    ...(config.users_policy === 'exhaustive' ? { isExhaustive: true } : {}),
  }
}

function planUsers({ users, domain }: HostConfig, options: PlanOptions): Partial<HostPlan> {
  const { groups = [], members = {} } = options
  const planned = users?.map((user) => planUser(user, options))
  if (groups.length > 0) return planGroups({ users: planned ?? [], groups, domain }, members)
  return planned ? { users: planned } : {}
}

function planRegisterUrl(
  config: HostConfig,
  elementUrl: string | undefined,
  { tokenPage }: AccessPlan,
): { registerUrl?: string } {
  if (tokenPage) return { registerUrl: `https://${publicAddress(config)}${tokenPagePath}/register` }
  const { front } = authorityOf(config)
  if (front) return { registerUrl: `${pagesUrl(config, front)}${front.pages.register}` }
  return elementUrl ? { registerUrl: `${baseOf(elementUrl)}/#/register` } : {}
}

/** What the playbook sets for matrix-registration (group_vars, until May 2026). */
const tokenPagePath = '/matrix-registration'

function planTokenPage(config: HostConfig, options: PlanOptions): AccessPlan['tokenPage'] {
  const secret = config.registration?.token_page?.admin_secret
  if (!secret || !hasTokenPage((options.playbook ?? namesFor(config)).names)) return undefined
  return {
    url: `http://matrix-registration:5000${tokenPagePath}`,
    secret: planReference(secret as SecretReference, 'registration.token_page.admin_secret', options),
  } // the schema allows exactly one key
}

function planAccess(config: HostConfig, options: PlanOptions): AccessPlan {
  const { access = {}, mas, registration } = config
  const tokenPage = planTokenPage(config, options)
  const { token, login, client, cli, prefer_database: preferDatabase } = access
  const insists =
    'email_required' in authorityOf(config).settings &&
    registration !== undefined &&
    modesOf(registration).includes('email')
  const refer = (reference: unknown, key: string) =>
    planReference(reference as SecretReference, `access.${key}`, options) // the schema allows exactly one key
  return {
    ...(token ? { token: refer(token, 'token') } : {}),
    ...(login ? { login: { username: login.username, password: refer(login.password, 'login.password') } } : {}),
    ...(client ? { client: { id: client.id, secret: refer(client.secret, 'client.secret') } } : {}),
    ...(cli
      ? {
          cli: {
            ...(cli.command ? { command: cli.command } : {}),
            ...(cli.passwords_on_command_line ? { takesPasswords: true } : {}),
          },
        }
      : {}),
    ...(preferDatabase === undefined ? {} : { preferDatabase }),
    ...(tokenPage ? { tokenPage } : {}),
    ...(mas || insists ? { mas: { ...(insists ? { emailRequired: true } : {}), ...planMas(mas ?? {}) } } : {}),
  }
}

function planMas({
  address,
  service,
  state_directory: state,
  email_required: emailRequired,
}: NonNullable<HostConfig['mas']>): NonNullable<AccessPlan['mas']> {
  return {
    ...(address === undefined ? {} : { address }),
    ...(service === undefined ? {} : { service }),
    ...(state === undefined ? {} : { state }),
    ...(emailRequired === undefined ? {} : { emailRequired }),
  }
}

function planElementUrl({ web, domain, deployment }: HostConfig): string | undefined {
  const element = web?.element ?? deployment?.kind !== 'native'
  if (typeof element === 'string') return element
  return element ? elementAtHome(domain) : undefined
}

function planDeployment(config: HostConfig, options: PlanOptions): PlaybookPlan | NativePlan {
  const { deployment = { kind: 'playbook' }, homeserver } = config
  if (deployment.kind === 'native') return planNative(deployment, homeserver)
  const { checkout } = deployment
  const variables = planVariables(config, options)
  return {
    kind: 'playbook',
    ...(checkout === undefined ? {} : { checkout: rebase(checkout, options) }),
    ...(Object.keys(variables).length > 0 ? { variables } : {}),
  }
}

function planVariables(config: HostConfig, options: PlanOptions): Record<string, PlannedValue> {
  const playbook = options.playbook ?? namesFor(config)
  const element = elementVariables(config, options.elementHostnames)
  const policy = Object.entries({
    ...(Object.keys(element).length > 0 ? inWordsOf(playbook, element) : {}),
    ...policyVariables(config, playbook),
  }).map(([name, value]) => [name, planValue(value, options)] as const)
  const extra = Object.entries(config.extra_vars ?? {}).map(
    ([name, value]) => [name, planExtra(value, `extra_vars.${name}`, options)] as const,
  )
  return Object.fromEntries([...policy, ...extra])
}

function planValue(value: PolicyValue, options: PlanOptions): PlannedValue {
  if (isYamlText(value)) return value
  if (isSecretPlace(value)) return { reference: planReference(value.secret as SecretReference, value.setting, options) } // the schema allows exactly one key
  if (Array.isArray(value)) return { list: value.map((item) => planValue(item, options)) }
  return isMapping(value) ? { mapping: planEach(value, (item) => planValue(item, options)) } : { value }
}

/** A variable of the playbook from the host file; a secret reference in it, at any depth, becomes that secret. */
function planExtra(value: unknown, setting: string, options: PlanOptions): PlannedValue {
  const within = (item: unknown, key: string | number) => planExtra(item, `${setting}.${key}`, options)
  if (isSecretReference(value)) return { reference: planReference(value as SecretReference, setting, options) } // exactly one key: it was validated
  if (Array.isArray(value)) return { list: value.map(within) }
  return typeof value === 'object' && value !== null && !(value instanceof WrittenNumber)
    ? { mapping: planEach(value as Record<string, unknown>, within) }
    : { value }
}

function planEach<In>(
  mapping: { [key: string]: In },
  plan: (item: In, key: string) => PlannedValue,
): Record<string, PlannedValue> {
  return Object.fromEntries(Object.entries(mapping).map(([key, item]) => [key, plan(item, key)]))
}

function planNative(
  { python, config, address, service }: NativeDeployment,
  homeserver: HostConfig['homeserver'],
): NativePlan {
  const preset = homeservers[homeserver].native
  return {
    kind: 'native',
    python: python ?? preset.python,
    config: config === undefined ? preset.config : [config].flat(),
    address: address ?? 'http://127.0.0.1:8008',
    service: service ?? preset.service,
  }
}

type Become = NonNullable<NonNullable<HostConfig['connection']>['become']>

function planBecome(become: Become | undefined, user: string | undefined, options: PlanOptions): BecomePlan {
  const password = become?.password as SecretReference | undefined // the schema allows exactly one key
  return {
    enabled: become?.enabled ?? user !== 'root',
    ...(become?.user === undefined ? {} : { user: become.user }),
    ...(password ? { password: planReference(password, 'connection.become.password', options) } : {}),
  }
}

type Generated = NonNullable<NonNullable<HostConfig['users']>[number]['generate']>

function planUser(
  {
    display_name: displayName,
    password,
    password_updates: updates,
    generate,
    id,
    notes,
    ...user
  }: NonNullable<HostConfig['users']>[number],
  options: PlanOptions,
): UserPlan {
  return {
    ...user,
    ...(displayName === undefined ? {} : { displayName }),
    ...(id === undefined ? {} : { id: String(id) }),
    ...(notes ? { notes: Object.fromEntries(Object.entries(notes).map(([key, note]) => [key, String(note)])) } : {}),
    ...(password
      ? { password: planReference(password as SecretReference, `users, ${user.username}: password`, options) }
      : {}), // the schema allows exactly one key
    ...(updates === 'always' ? { enforcesPassword: true } : {}),
    ...(generate ? { generate: planGenerated(generate, options) } : {}),
  }
}

function planGenerated(
  { file, command, shown: _shown, ...kind }: Generated,
  options: PlanOptions,
): NonNullable<UserPlan['generate']> {
  if (file !== undefined) return { file: rebase(file, options), ...kind }
  return command === undefined ? { shown: true, ...kind } : { command, ...kind }
}

function planReference(reference: SecretReference, setting: string, options: PlanOptions): SecretReference {
  return 'file' in reference ? { file: rebase(reference.file, options), setting } : { ...reference, setting }
}

/** A path relative to the host file, as one relative to the output directory. */
function rebase(path: string, { hostFileDirectory, outputDirectory }: PlanOptions): string {
  return path.startsWith('/') || path.startsWith('~') ? path : relative(outputDirectory, join(hostFileDirectory, path))
}
