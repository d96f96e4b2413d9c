import type { HostPlan } from '../plan/host-plan.ts'
import type { SettingValue } from './authority.ts'

type Settings = Record<string, SettingValue>

/** The settings that a native install gives. */
export function nativeOverrides({ deployment }: Pick<HostPlan, 'deployment'>): Settings {
  if (deployment.kind !== 'native') return {}
  const { python, config, address, service } = deployment
  return { python: [python], config, url: address, service }
}

/** The admin access to a homeserver. */
export function accessOverrides({ access: { token, login } }: Pick<HostPlan, 'access'>): Settings {
  return {
    ...(token ? { admin_token: { reference: token } } : {}),
    ...(login ? { admin_username: login.username, admin_password: { reference: login.password } } : {}),
  }
}
