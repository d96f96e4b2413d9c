import type { MasSetup } from '../mas.ts'
import { isValidToken, type RegistrationToken, type Session, type State, type User, type UserEmail } from './state.ts'

/** A thing of the Admin API as its answers show it (JSON:API). */
export interface Resource {
  type: string
  id: string
  attributes: Record<string, unknown>
  links: { self: string }
}

export const prefix = '/api/admin/v1'

/** MAS writes microseconds, and no fraction at a whole second. */
const time = (date: Date | null): string | null =>
  date && date.toISOString().replace('Z', '000Z').replace('.000000Z', 'Z')

const resource = (type: string, collection: string, id: string, attributes: Record<string, unknown>): Resource => ({
  type,
  id,
  attributes,
  links: { self: `${prefix}/${collection}/${id}` },
})

export const userResource = ({ id, username, createdAt, lockedAt, deactivatedAt, admin }: User): Resource =>
  resource('user', 'users', id, {
    username,
    created_at: time(createdAt),
    locked_at: time(lockedAt),
    deactivated_at: time(deactivatedAt),
    admin,
    legacy_guest: false,
  })

export const emailResource = ({ id, createdAt, userId, email }: UserEmail): Resource =>
  resource('user-email', 'user-emails', id, { created_at: time(createdAt), user_id: userId, email })

export const tokenResource = (token: RegistrationToken): Resource =>
  resource('user-registration_token', 'user-registration-tokens', token.id, {
    token: token.token,
    valid: isValidToken(token),
    usage_limit: token.usageLimit,
    times_used: 0,
    created_at: time(token.createdAt),
    last_used_at: null,
    expires_at: time(token.expiresAt),
    revoked_at: time(token.revokedAt),
  })

const activity = { last_active_at: null, last_active_ip: null }

export const compatSessionResource = (session: Session): Resource =>
  resource('compat-session', 'compat-sessions', session.id, {
    user_id: session.userId,
    device_id: session.deviceId,
    user_session_id: null,
    redirect_uri: null,
    created_at: time(session.createdAt),
    user_agent: session.userAgent,
    ...activity,
    finished_at: time(session.endedAt),
    human_name: session.humanName,
  })

export const oauth2SessionResource = (session: Session): Resource =>
  resource('oauth2-session', 'oauth2-sessions', session.id, {
    created_at: time(session.createdAt),
    finished_at: time(session.endedAt),
    user_id: session.userId,
    user_session_id: null,
    client_id: session.clientId,
    scope: session.scope,
    user_agent: session.userAgent,
    ...activity,
    human_name: session.humanName,
  })

/** Its token is shown once, by what made it. */
export const personalSessionResource = ({ accessTokens }: State, session: Session, accessToken?: string): Resource => {
  const current = accessTokens.findLast((token) => token.session === session)
  return resource('personal-session', 'personal-sessions', session.id, {
    created_at: time(session.createdAt),
    revoked_at: time(session.endedAt),
    owner_user_id: null,
    owner_client_id: session.clientId,
    actor_user_id: session.userId,
    human_name: session.humanName,
    scope: session.scope,
    ...activity,
    expires_at: session.endedAt ? null : time(current?.expiresAt ?? null),
    ...(accessToken && { access_token: accessToken }),
  })
}

/** MAS's own defaults, but for what the lab sets. */
export const siteConfig = (setup: MasSetup) => ({
  server_name: setup.synapse.domain,
  password_login_enabled: setup.passwords,
  password_registration_enabled: setup.registration,
  password_registration_email_required: true,
  password_registration_token_required: setup.registration,
  registration_token_required: setup.registration,
  email_change_allowed: true,
  displayname_change_allowed: true,
  password_change_allowed: setup.passwords,
  account_recovery_allowed: false,
  account_deactivation_allowed: true,
  captcha_enabled: false,
  minimum_password_complexity: setup.minimumComplexity,
})
