// Made from schemas/ by "npm run schema"; do not edit.
import type { ErrorObject } from 'ajv'
import type { HostConfig, SecretReference } from './host-config.ts'

type Check<T> = ((data: unknown) => data is T) & { errors?: ErrorObject[] | null }

export const validateHost: Check<HostConfig>
export const validateUsersFile: Check<Required<Pick<HostConfig, 'users'>>>
export const validateSecretReference: Check<SecretReference>
