import type { HostConfig } from '../../generated/host-config.ts'

export type Registration = NonNullable<HostConfig['registration']>

type RegistrationMode = 'closed' | 'token' | 'email' | 'captcha' | 'open'

/** The modes of a host file, each once. */
export function modesOf({ mode }: Registration): RegistrationMode[] {
  return [...new Set([mode].flat() as RegistrationMode[])] // the schema allows these words only
}
