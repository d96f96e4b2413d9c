import type { Values } from '../effective.ts'
import type { Deadly, FindDeadly } from './deadly.ts'

/** roles/custom/matrix-authentication-service/tasks/validate_config.yml */
function encryptionKey(values: Values): Deadly[] {
  const name = 'matrix_authentication_service_config_secrets_encryption'
  const value = values[name]
  if (typeof value !== 'string' || value.length === 64) return []
  const make = 'Make one with: openssl rand -hex 32'
  const message = `This has ${value.length} characters; the playbook requires exactly 64.`
  return [{ code: 'server-does-not-start', name, message, hint: make, instead: make }]
}

export const masDeadly: FindDeadly[] = [encryptionKey]
