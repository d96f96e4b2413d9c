import { resolve } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { localpart } from '../operations/preflight.ts'
import type { HostPlan, UserPlan } from '../plan/host-plan.ts'
import type { Passwords } from '../run/declared.ts'
import { makePassword, passwordInFile } from '../secrets/generated-password.ts'
import { handOver, resolveSecret } from '../secrets/resolve-secret.ts'
import { Secret } from '../secrets/secret.ts'

/** Sources of the passwords of declared accounts; passwords to show are kept until then. */
export function passwordsOf(plan: HostPlan, directory: string) {
  const declared = declaredUsers(plan)
  const toShow = new Map<string, Secret>()
  const passwordOf = async (username: string): Promise<Secret> => {
    const { password, generate }: Partial<UserPlan> = declared.get(username) ?? {}
    if (password) return resolveSecret(password, directory)
    if (!generate)
      throw new AppError('password_missing', `The host file has no password for @${username}:${plan.domain}.`, {
        hint: 'Add password or generate, or make the plan again.',
      })
    if ('file' in generate) return passwordInFile(resolve(directory, generate.file), generate)
    const made = new Secret(makePassword(generate))
    if ('command' in generate) await handOver(made, generate.command, directory)
    else toShow.set(username, made)
    return made
  }
  return { passwordOf, toShow }
}

/** The declared passwords of these accounts, and for those that could not be read, why. */
export async function declaredPasswords(plan: HostPlan, directory: string, usernames: string[]): Promise<Passwords> {
  const declared = declaredUsers(plan)
  const passwords: Passwords = { passwords: new Map(), problems: [] }
  for (const username of usernames) {
    const { password }: Partial<UserPlan> = declared.get(username) ?? {}
    if (!password) continue
    try {
      passwords.passwords.set(username, await resolveSecret(password, directory))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      passwords.problems.push({ username, message: error.message, hint: error.hint })
    }
  }
  return passwords
}

function declaredUsers({ users = [], domain }: HostPlan): Map<string, UserPlan> {
  return new Map(users.map((user) => [localpart({ username: user.username, domain }), user]))
}
