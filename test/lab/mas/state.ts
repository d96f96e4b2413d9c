import type { MasSetup } from '../mas.ts'
import { makeUlid } from './ulid.ts'

export interface User {
  id: string
  username: string
  createdAt: Date
  lockedAt: Date | null
  deactivatedAt: Date | null
  /** Whether it can ask for admin rights (MAS's can_request_admin). */
  admin: boolean
  password: string | null
}

export interface UserEmail {
  id: string
  createdAt: Date
  userId: string
  email: string
}

export interface RegistrationToken {
  id: string
  createdAt: Date
  token: string
  usageLimit: number | null
  expiresAt: Date | null
  revokedAt: Date | null
}

/** What a token stands for; `endedAt` is MAS's finished_at or revoked_at. */
export interface Session {
  id: string
  createdAt: Date
  endedAt: Date | null
  /** null: a client's own, by client_credentials. */
  userId: string | null
  /** null: of a login. */
  clientId: string | null
  scope: string
  deviceId: string | null
  humanName: string | null
  userAgent: string | null
}

export interface AccessToken {
  token: string
  kind: 'compat' | 'oauth2' | 'personal'
  session: Session
  expiresAt: Date | null
}

export interface State {
  setup: MasSetup
  users: User[]
  emails: UserEmail[]
  registrationTokens: RegistrationToken[]
  /** Logins through the Matrix API, and of mas-cli's compatibility tokens. */
  compatSessions: Session[]
  oauth2Sessions: Session[]
  personalSessions: Session[]
  accessTokens: AccessToken[]
}

export const makeState = (setup: MasSetup): State => ({
  setup,
  users: [],
  emails: [],
  registrationTokens: [],
  compatSessions: [],
  oauth2Sessions: [],
  personalSessions: [],
  accessTokens: [],
})

/** The identity of something new. */
export const newborn = (): { id: string; createdAt: Date } => ({ id: makeUlid(), createdAt: new Date() })

/** MAS looks a username up without regard to case. */
export const findUser = ({ users }: State, username: string): User | undefined =>
  users.find((user) => user.username.toLowerCase() === username.toLowerCase())

export const isActive = (user: User): boolean => user.lockedAt === null && user.deactivatedAt === null

export const isExpired = (expiresAt: Date | null): boolean => expiresAt !== null && expiresAt.getTime() <= Date.now()

export const isValidToken = ({ revokedAt, expiresAt, usageLimit }: RegistrationToken): boolean =>
  revokedAt === null && !isExpired(expiresAt) && usageLimit !== 0

/** Ends those sessions that go on; answers with how many. */
export const endSessions = (sessions: readonly Session[]): number => {
  const ending = sessions.filter(({ endedAt }) => endedAt === null)
  for (const session of ending) session.endedAt = new Date()
  return ending.length
}
