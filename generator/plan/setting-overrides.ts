import type { HostPlan, SecretReference } from './host-plan.ts'

/** What a setting is on a host; of a secret its place. */
export type SettingValue = string | boolean | string[] | { reference: SecretReference }

export function isReference(value: SettingValue): value is { reference: SecretReference } {
  return typeof value === 'object' && !Array.isArray(value)
}

/** Of an authority's settings, those whose defaults do not fit this host: a native install names its own, and access is each host's. */
export function settingOverrides(plan: HostPlan): Record<string, SettingValue> {
  return plan.authority === 'mas' ? masOverrides(plan) : { ...nativeOverrides(plan), ...accessOverrides(plan) }
}

function nativeOverrides({ deployment, homeserver }: HostPlan): Record<string, SettingValue> {
  if (deployment.kind !== 'native') return {}
  const { python, config, address, service } = deployment
  return { python: [python], config, url: address, service, ...(homeserver === 'dendrite' ? { psql: [] } : {}) }
}

function accessOverrides({
  access: { token, login, preferDatabase, tokenPage },
}: HostPlan): Record<string, SettingValue> {
  return {
    ...(token ? { admin_token: { reference: token } } : {}),
    ...(login ? { admin_username: login.username, admin_password: { reference: login.password } } : {}),
    ...(preferDatabase === undefined ? {} : { prefer_database: preferDatabase }),
    ...(tokenPage ? { token_page: tokenPage.url, token_page_secret: { reference: tokenPage.secret } } : {}),
  }
}

function masOverrides({
  deployment,
  access: { token, client, cli, mas = {} },
}: HostPlan): Record<string, SettingValue> {
  const url = mas.address ?? (deployment.kind === 'native' ? 'http://127.0.0.1:8080' : undefined)
  return {
    ...(url === undefined ? {} : { url }),
    ...(deployment.kind === 'native' ? { homeserver_url: deployment.address } : {}),
    ...(mas.state === undefined ? {} : { state: mas.state }),
    ...(mas.service === undefined ? {} : { service: mas.service }),
    ...(token ? { homeserver_token: { reference: token } } : {}),
    ...(client ? { client_id: client.id, client_secret: { reference: client.secret } } : {}),
    ...(cli
      ? {
          cli: cli.command ?? [
            ...(deployment.kind === 'native' ? [] : ['docker', 'exec', '-i', 'matrix-authentication-service']),
            'mas-cli',
          ],
        }
      : {}),
    ...(cli?.takesPasswords ? { cli_passwords: true } : {}),
    ...(mas.emailRequired === undefined ? {} : { email_required: mas.emailRequired }),
  }
}
