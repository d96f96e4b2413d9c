import { randomInt } from 'node:crypto'

import zxcvbn from 'zxcvbn'

import type { HomeserverLink } from './homeserver.ts'
import type { Jobs } from './jobs.ts'
import {
  type AccessToken,
  endSessions,
  newborn,
  type RegistrationToken,
  type Session,
  type State,
  type User,
  type UserEmail,
} from './state.ts'

/** What both the Admin API and mas-cli do to accounts. */
export interface Accounts {
  state: State
  homeserver: HomeserverLink
  jobs: Jobs
}

export const addUser = ({ state }: Accounts, username: string): User => {
  const user = { ...newborn(), username, lockedAt: null, deactivatedAt: null, admin: false, password: null }
  state.users.push(user)
  return user
}

/** MAS's measure: zxcvbn's score, without any words about the user. */
export const isStrongEnough = ({ setup }: State, password: string): boolean =>
  zxcvbn(password).score >= setup.minimumComplexity

export const addEmail = ({ state }: Accounts, user: User, email: string): UserEmail => {
  const added = { ...newborn(), userId: user.id, email }
  state.emails.push(added)
  return added
}

export const emailsOf = ({ emails }: State, user: User): UserEmail[] =>
  emails.filter(({ userId }) => userId === user.id)

export const addRegistrationToken = (
  { state }: Accounts,
  {
    token = alphanumerics(12),
    usageLimit,
    expiresAt,
  }: { token?: string | undefined; usageLimit: number | null; expiresAt: Date | null },
): RegistrationToken => {
  const added = { ...newborn(), token, usageLimit, expiresAt, revokedAt: null }
  state.registrationTokens.push(added)
  return added
}

export const lockUser = (accounts: Accounts, user: User): void => {
  user.lockedAt ??= new Date()
  provisionLater(accounts, user)
}

export const unlockUser = (accounts: Accounts, user: User): void => {
  user.lockedAt = null
  provisionLater(accounts, user)
}

/** Tells the homeserver of an account and its state. */
export const provisionLater = (accounts: Accounts, user: User, displayName?: string): void => {
  const { state, homeserver, jobs } = accounts
  jobs.schedule(async () => {
    const emails = emailsOf(state, user).map(({ email }) => email)
    const names = displayName === undefined ? {} : { set_displayname: displayName }
    await homeserver.provision({
      localpart: user.username,
      locked: user.lockedAt !== null,
      set_emails: emails,
      ...names,
    })
    syncDevicesLater(accounts, user)
  })
}

/** Tells the homeserver which devices are left. */
export const syncDevicesLater = ({ state, homeserver, jobs }: Accounts, user: User): void =>
  jobs.schedule(async () => {
    const devices = state.compatSessions.filter(({ userId, endedAt }) => userId === user.id && endedAt === null)
    await homeserver.syncDevices(
      user.username,
      devices.map(({ deviceId }) => deviceId ?? ''),
    )
  })

/** Whatever became of the account meanwhile, it is deactivated then: reactivating it before that is in vain. */
export const deactivateLater = (
  { state, homeserver, jobs }: Accounts,
  user: User,
  { erase }: { erase: boolean },
): void =>
  jobs.schedule(async () => {
    user.deactivatedAt ??= new Date()
    endSessions(sessionsOf(state, user))
    state.emails = state.emails.filter(({ userId }) => userId !== user.id)
    await homeserver.deleteUser(user.username, { erase })
  })

export const reactivateLater = ({ homeserver, jobs }: Accounts, user: User): void =>
  jobs.schedule(async () => {
    await homeserver.reactivate(user.username)
    user.deactivatedAt = null
  })

const sessionsOf = ({ compatSessions, oauth2Sessions, personalSessions }: State, user: User): Session[] =>
  [...compatSessions, ...oauth2Sessions, ...personalSessions].filter(({ userId }) => userId === user.id)

interface NewDevice {
  deviceId?: string | undefined
  humanName?: string | null
  userAgent?: string | null
  /** Its token opens the homeserver's own admin API. */
  admin?: boolean
}

/** A session on a device that the homeserver knows when this answers; an older one on the same device ends. */
export const addCompatSession = async (
  { state, homeserver }: Accounts,
  user: User,
  device: NewDevice,
): Promise<AccessToken> => {
  const { deviceId = alphanumerics(10), humanName = null, userAgent = null, admin = false } = device
  endSessions(state.compatSessions.filter((session) => session.userId === user.id && session.deviceId === deviceId))
  await homeserver.upsertDevice(user.username, deviceId, humanName)
  const scope = admin ? 'urn:matrix:client:api:* urn:synapse:admin:*' : 'urn:matrix:client:api:*'
  const session = {
    ...newborn(),
    endedAt: null,
    userId: user.id,
    clientId: null,
    scope,
    deviceId,
    humanName,
    userAgent,
  }
  state.compatSessions.push(session)
  return addAccessToken(state, 'compat', session, null)
}

const prefixes = { compat: 'mct', oauth2: 'mat', personal: 'mpt' } as const

/** A token of MAS's form: a prefix, thirty characters, and six that are a checksum there. */
export const addAccessToken = (
  state: State,
  kind: AccessToken['kind'],
  session: Session,
  lifetime: number | null,
): AccessToken => {
  const token = `${prefixes[kind]}_${alphanumerics(30)}_${alphanumerics(6)}`
  const added = { token, kind, session, expiresAt: lifetime === null ? null : new Date(Date.now() + lifetime * 1000) }
  state.accessTokens.push(added)
  return added
}

const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

const alphanumerics = (length: number): string =>
  Array.from({ length }, () => characters[randomInt(characters.length)]).join('')

/** What is wrong with an e-mail address, in the words of MAS; nothing when it takes it. */
export const emailProblem = (email: string): string | undefined => {
  const at = email.lastIndexOf('@')
  if (at < 0) return 'Missing domain or user'
  const [user, host] = [email.slice(0, at), email.slice(at + 1)]
  if (!/^("[^"]*"|[^\s@".<>(),:;[\]\\]+(\.[^\s@".<>(),:;[\]\\]+)*)$/.test(user)) return 'Invalid email user'
  if (!/^(\[[0-9A-Fa-f.:]+\]|[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*)$/u.test(host)) return 'Invalid email domain'
  return undefined
}
