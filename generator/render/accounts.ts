import { localpart } from '../operations/preflight.ts'
import type { HostPlan, SecretReference, UserPlan } from '../plan/host-plan.ts'
import { shellCommand } from '../quoting/shell.ts'

/** The accounts that a host file declares, as the role takes them: JSON, an account a line. */
export function renderAccounts({ users = [], domain }: HostPlan): string {
  return `[\n${users.map((user) => JSON.stringify(declaredAccount(user, domain))).join(',\n')}\n]\n`
}

/** Its password is only named: it is looked up when it is needed, and only then. */
export function declaredAccount(
  { username, displayName, password, enforcesPassword, generate, ...said }: UserPlan,
  domain: string,
): object {
  return {
    username: localpart({ username, domain }),
    ...(displayName === undefined ? {} : { display_name: displayName }),
    ...said,
    ...(password ? passwordPlace(password) : {}),
    ...(enforcesPassword ? { password_updates: 'always' } : {}),
    ...(generate ? generatedPlace(generate) : {}),
  }
}

function passwordPlace(reference: SecretReference): object {
  if ('env' in reference) return { password_env: reference.env }
  if ('file' in reference) return { password_file: reference.file }
  if ('command' in reference) return { password_command: shellCommand(reference.command) }
  return { password_variable: reference.ansible_var }
}

function generatedPlace(generate: NonNullable<UserPlan['generate']>): object {
  if ('file' in generate) return { generate_file: generate.file }
  return 'command' in generate ? { generate_command: generate.command } : { generate_shown: true }
}
