import { registerUser } from './register-user.ts'

/** Every operation, in the order in which a person reads them. */
export const operations = [registerUser] as const

export type OperationName = (typeof operations)[number]['name']
