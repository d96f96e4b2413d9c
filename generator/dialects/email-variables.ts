import type { HostConfig } from '../generated/host-config.ts'
import type { PolicyVariables } from './policy-value.ts'

/** Of ansible-role-exim-relay, which the playbook installs (docs/configuring-playbook-email.md), and of Matrix Authentication Service. */
export function emailVariables(email: HostConfig['email']): PolicyVariables {
  const relay = email?.relay
  return {
    ...(email?.sender ? { exim_relay_sender_address: email.sender } : {}),
    ...(relay
      ? {
          exim_relay_relay_use: true,
          exim_relay_relay_host_name: relay.host,
          exim_relay_relay_host_port: relay.port ?? 587,
        }
      : {}),
    ...(relay?.username ? { exim_relay_relay_auth: true, exim_relay_relay_auth_username: relay.username } : {}),
    ...(relay?.password
      ? { exim_relay_relay_auth_password: { secret: relay.password, setting: 'email.relay.password' } }
      : {}),
    ...(email?.smtp ? masVariables(email.smtp, email.sender) : {}),
  }
}

function masVariables(
  { host, port, security = 'starttls', username, password }: NonNullable<NonNullable<HostConfig['email']>['smtp']>,
  sender?: string,
): PolicyVariables {
  const prefix = 'matrix_authentication_service_config_email_'
  return {
    [`${prefix}transport`]: 'smtp',
    [`${prefix}hostname`]: host,
    [`${prefix}port`]: port ?? (security === 'tls' ? 465 : 587),
    [`${prefix}mode`]: security,
    ...(username === undefined ? {} : { [`${prefix}username`]: username }),
    ...(password ? { [`${prefix}password`]: { secret: password, setting: 'email.smtp.password' } } : {}),
    ...(sender === undefined ? {} : { [`${prefix}from_address`]: sender }),
  }
}
