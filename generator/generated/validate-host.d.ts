// Made from schemas/ by "npm run schema"; do not edit.
import type { ErrorObject } from 'ajv'
import type { HostConfig } from './host-config.ts'

export const validateHost: ((data: unknown) => data is HostConfig) & { errors?: ErrorObject[] | null }
