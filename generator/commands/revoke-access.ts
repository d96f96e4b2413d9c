import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { authorities } from '../authorities/index.ts'
import { isRefused } from '../authorities/program.ts'
import { AppError } from '../errors/app-error.ts'
import { expandHome } from '../files/expand-home.ts'
import type { SecretReference } from '../plan/host-plan.ts'
import type { Session } from '../run/operate.ts'
import type { Secret } from '../secrets/secret.ts'
import { editHostFile } from './access-file.ts'
import { recipesToUpdate } from './recipes-to-update.ts'
import type { Nothing, Prepared, SettingUp } from './setup-access.ts'

/** Undoes setup-access: ends the token's session, and removes access from the host file. */
export async function prepareRevoking(setting: SettingUp): Promise<Prepared | Nothing> {
  const { plan, directory, options } = setting
  const { token: reference, login, client, cli } = plan.access
  const named = Object.entries({ token: reference, login, client, cli }).flatMap(([key, value]) => (value ? [key] : []))
  if (named.length === 0) return { nothing: `Nothing to do: ${plan.source} has no access.` }
  const edited = await editHostFile(plan.source, directory, Object.fromEntries(named.map((key) => [key, undefined])))
  const isOwn = authorities[plan.authority].ownAccess.kind === 'token'
  const held = reference && isOwn ? await holdToken(setting, reference) : undefined
  if (options.deactivateAccount && !held?.user)
    throw new AppError('usage', `There is no account to deactivate: ${held?.why ?? 'access has no token'}.`, {
      hint: 'Leave out --deactivate-account.',
    })
  const kept = reference ?? client?.secret
  const file = kept && 'file' in kept ? kept.file : undefined
  return {
    steps: [
      ...(held
        ? [held.step]
        : reference
          ? ['Leave the session of the token alone: only whoever started it can end it.']
          : []),
      `Take ${named.map((key) => `access.${key}`).join(' and ')} out of ${plan.source}.`,
      ...(file === undefined ? [] : [`Remove ${file}.`]),
    ],
    about: 'Operations that need an admin are refused afterwards.',
    done: `Done: ${plan.source} no longer has access.${leftOver(held, options.deactivateAccount)}${recipesToUpdate(directory)}`,
    carryOut: async () => {
      await held?.end()
      edited.write()
      if (file !== undefined) rmSync(resolve(directory, expandHome(file)), { force: true })
    },
    ...(held ? { close: held.close } : {}),
  }
}

/** The token of the host file, and its owner. */
interface Held {
  step: string
  /** Why the account is left alone. */
  why?: string
  user?: string
  end: () => Promise<void>
  close: () => Promise<void>
}

async function holdToken({ plan, directory, reach, options }: SettingUp, reference: SecretReference): Promise<Held> {
  const { resolveSecret } = await import('../secrets/resolve-secret.ts')
  const nothing = { end: async () => undefined, close: async () => undefined }
  let token: Secret
  try {
    token = await resolveSecret(reference, directory)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const why = error.message.replace(/\.$/, '')
    return { ...nothing, why, step: `Leave the session alone, since its token cannot be read: ${why}.` }
  }
  const { openSession } = await import('../run/operate.ts')
  const session = await openSession(plan, reach, [])
  try {
    return { ...(await heldBy(session, token, setupOf(plan.authority, options))), close: () => session.close() }
  } catch (error) {
    await session.close()
    throw error
  }
}

interface Wish {
  deactivates: boolean
}

function setupOf(authority: SettingUp['plan']['authority'], { deactivateAccount }: SettingUp['options']): Wish {
  const { label } = authorities[authority]
  if (deactivateAccount && isRefused(authorities[authority], 'deactivate-user'))
    throw new AppError('unsupported', `${label} cannot deactivate an account.`, {
      hint: 'Leave out --deactivate-account; demote-admin takes its rights.',
    })
  return { deactivates: Boolean(deactivateAccount) }
}

async function heldBy(session: Session, token: Secret, { deactivates }: Wish): Promise<Omit<Held, 'close'>> {
  const { user_id: found } = await session.askSession('whose', { username: '', token })
  if (typeof found !== 'string')
    return {
      why: 'the token has ended already',
      step: 'The session of the token has ended already.',
      end: async () => undefined,
    }
  const end = async () => {
    await session.askSession('sign-out', { username: '', token, ...(deactivates ? { deactivate: found } : {}) })
  }
  return {
    user: found,
    step: deactivates
      ? `Deactivate ${found}, which ends all its sessions.`
      : `End the session of the token, that of ${found}.`,
    end,
  }
}

function leftOver(held: Held | undefined, deactivates = false): string {
  if (!held?.user || deactivates) return ''
  const name = held.user.slice(1).split(':')[0] ?? ''
  return ` ${held.user} is still a server admin: registrar demote-admin ${name} changes that.`
}
