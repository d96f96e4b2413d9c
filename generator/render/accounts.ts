import { localpart } from '../operations/preflight.ts'
import { leaversOnce } from '../plan/groups.ts'
import type { HostPlan, LeaverPlan, SecretReference, UserPlan } from '../plan/host-plan.ts'
import { shellCommand } from '../quoting/shell.ts'

/** The declared accounts as the role reads them: JSON, an account on each line. */
export function renderAccounts(plan: HostPlan): string {
  return `[\n${declaredAccounts(plan)
    .map((account) => JSON.stringify(account))
    .join(',\n')}\n]\n`
}

/** The declared accounts, then those that have left a group. */
export function declaredAccounts({ users = [], leavers = [], domain }: HostPlan): object[] {
  return [...users.map((user) => declaredAccount(user, domain)), ...leaversOnce(leavers).map(leaverAccount)]
}

const states = { lock: { state: 'locked' }, deactivate: { state: 'deactivated' }, report: {} }

/** The state it should have, and why; without a state it is only reported. */
function leaverAccount({ username, group, fate }: LeaverPlan): object {
  return { username, ...states[fate], leaver: true, why: `no longer in the group ${group}` }
}

/** Its password is only referred to, and looked up when needed. A person's id and notes stay here. */
export function declaredAccount(
  {
    username,
    displayName,
    isBack,
    password,
    enforcesPassword,
    generate,
    id: _id,
    notes: _notes,
    ...declared
  }: UserPlan,
  domain: string,
): object {
  return {
    username: localpart({ username, domain }),
    ...(displayName === undefined ? {} : { display_name: displayName }),
    ...declared,
    ...(isBack ? { back: true } : {}),
    ...(password ? passwordPlace(password) : {}),
    ...(enforcesPassword ? { password_updates: 'always' } : {}),
    ...(generate ? generatedAs(generate) : {}),
  }
}

function passwordPlace(reference: SecretReference): object {
  if ('env' in reference) return { password_env: reference.env }
  if ('file' in reference) return { password_file: reference.file }
  if ('command' in reference) return { password_command: shellCommand(reference.command) }
  return { password_variable: reference.ansible_var }
}

/** The nested keys of a host file, flattened. */
function generatedAs(generate: NonNullable<UserPlan['generate']>): object {
  return Object.fromEntries(Object.entries(generate).map(([key, value]) => [`generate_${key}`, value]))
}
