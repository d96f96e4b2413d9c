import type { HostPlan } from '../plan/host-plan.ts'
import type { SettingValue } from './authority.ts'

/** How MAS is reached on a host, and its admin access. */
export function masOverrides({
  deployment,
  access: { token, client, cli, mas = {} },
}: Pick<HostPlan, 'deployment' | 'access'>): Record<string, SettingValue> {
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
