import type { SettingValue } from '../authorities/authority.ts'
import type { HostPlan, PlannedValue } from '../plan/host-plan.ts'
import { isReference, settingOverrides } from '../plan/setting-overrides.ts'
import { quoteIni } from '../quoting/ini.ts'
import { mapValues, settingVariable } from './setting-variable.ts'
import { pathExpression, secretLookup } from './secret-lookup.ts'
import { Jinja, toYaml, type YamlValue } from './yaml.ts'

/** The line of the inventory: how Ansible connects. */
export function hostLine({ host, connection, become }: HostPlan): string {
  const variables =
    connection.kind === 'local'
      ? { ansible_connection: 'local', ansible_python_interpreter: new Jinja('ansible_playbook_python') }
      : {
          ansible_host: connection.address,
          ansible_port: connection.port,
          ansible_user: connection.user,
          ansible_python_interpreter: connection.interpreter ?? '/usr/bin/python3',
        }
  const settings = { ...variables, ansible_become: become.enabled, ansible_become_user: become.user }
  const words = Object.entries(settings).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${iniValue(value)}`],
  )
  return [host, ...words].join(' ')
}

function iniValue(value: string | number | boolean | Jinja): string {
  if (value instanceof Jinja) return `'{{ ${value.expression} }}'`
  return typeof value === 'string' ? quoteIni(value) : String(value)
}

/** The role's variables of one host. `accounts` is the file with the declared accounts; `toRoot` is the path from the inventory's directory to the one that the plan's paths are relative to. */
export function hostVariables(plan: HostPlan, toRoot: string, accounts?: string): { [key: string]: YamlValue } {
  return {
    matrix_users_homeserver: plan.homeserver,
    ...(plan.authority === plan.homeserver ? {} : { matrix_users_authority: plan.authority }),
    matrix_users_domain: plan.domain,
    ...(plan.elementUrl ? { matrix_users_element_url: plan.elementUrl } : {}),
    ...(plan.registerUrl ? { matrix_users_register_url: plan.registerUrl } : {}),
    ...settingVariables(plan, toRoot),
    ...(accounts ? accountsVariables(accounts, toRoot) : {}),
    ...(plan.sources ? { matrix_users_sources: plan.sources.map((source) => sourceYaml(source, toRoot)) } : {}),
    ...(plan.membersFile === undefined
      ? {}
      : { matrix_users_members: new Jinja(pathExpression(plan.membersFile, toRoot)) }),
    ...(plan.isExhaustive ? { matrix_users_policy: 'exhaustive' } : {}),
    ...(plan.become.password ? { ansible_become_password: secretLookup(plan.become.password, toRoot) } : {}),
  }
}

/** With which the role detects a changed host file. */
function sourceYaml({ path, sha256 }: NonNullable<HostPlan['sources']>[number], toRoot: string): YamlValue {
  return { path: new Jinja(pathExpression(path, toRoot)), sha256 }
}

/** As text that the role passes on: Ansible would take seconds to read thousands of accounts. */
function accountsVariables(accounts: string, toRoot: string): { [key: string]: YamlValue } {
  return {
    matrix_users_accounts: new Jinja(`lookup('ansible.builtin.file', ${pathExpression(accounts, toRoot)}) | string`),
    matrix_users_accounts_directory: new Jinja(pathExpression('', toRoot)),
  }
}

function settingVariables(plan: HostPlan, toRoot: string): { [key: string]: YamlValue } {
  return Object.fromEntries(
    Object.entries(settingOverrides(plan)).map(([name, value]) => [
      settingVariable(plan.authority, name),
      settingYaml(value, toRoot),
    ]),
  )
}

function settingYaml(value: SettingValue, toRoot: string): YamlValue {
  return isReference(value) ? secretLookup(value.reference, toRoot) : value
}

/** The playbook's variables of one host, or undefined when the homeserver is not the playbook's. */
export function playbookVariables(plan: HostPlan, toRoot: string): { [key: string]: YamlValue } | undefined {
  if (plan.deployment.kind !== 'playbook') return undefined
  return {
    matrix_domain: plan.domain,
    matrix_homeserver_implementation: plan.homeserver,
    ...Object.fromEntries(
      Object.entries(plan.deployment.variables ?? {})
        .filter(([name, planned]) => !isItself(name, planned))
        .map(([name, planned]) => [name, plannedValue(planned, toRoot)]),
    ),
  }
}

/** A secret in the Ansible variable of its own name: another file of the host sets it. */
function isItself(name: string, planned: PlannedValue): boolean {
  return 'reference' in planned && 'ansible_var' in planned.reference && planned.reference.ansible_var === name
}

function plannedValue(planned: PlannedValue, toRoot: string): YamlValue {
  if ('reference' in planned) return secretLookup(planned.reference, toRoot)
  if ('list' in planned) return planned.list.map((item) => plannedValue(item, toRoot))
  if ('mapping' in planned) return mapValues(planned.mapping, (item) => plannedValue(item, toRoot))
  return 'yaml' in planned ? `${toYaml(planned.yaml as YamlValue)}\n` : (planned.value as YamlValue) // what YAML was read into, without tags
}
