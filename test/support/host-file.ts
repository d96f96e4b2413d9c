import { stringify } from 'yaml'
import type { HostPlan, UserPlan } from '../../generator/plan/host-plan.ts'

/** The host file that a plan could come from. */
export function hostFile({
  domain,
  host,
  homeserver,
  authority,
  access,
  deployment,
  connection,
  become,
  elementUrl,
  users,
  isExhaustive,
}: HostPlan): string {
  const written =
    deployment.kind === 'native' && homeserver === 'dendrite' ? { ...deployment, python: undefined } : deployment // the host's own, always
  return stringify(
    {
      version: 1,
      domain,
      host,
      homeserver,
      ...writtenAccess(authority, access),
      deployment: written,
      connection: { ...connection, become },
      web: { element: elementUrl ?? false },
      ...(users ? { users: users.map(writtenUser) } : {}),
      ...(isExhaustive ? { users_policy: 'exhaustive' } : {}),
    },
    { aliasDuplicateObjects: false },
  )
}

function writtenAccess(authority: HostPlan['authority'], { preferDatabase, mas, cli, ...access }: HostPlan['access']) {
  const given = {
    ...access,
    ...(cli
      ? { cli: { command: cli.command, ...(cli.takesPasswords ? { passwords_on_command_line: 'accepted' } : {}) } }
      : {}),
    ...(preferDatabase === undefined ? {} : { prefer_database: preferDatabase }),
  }
  return {
    ...(authority === 'mas' ? { authority } : {}),
    ...(mas ? { mas: { address: mas.address, state_directory: mas.state, email_required: mas.emailRequired } } : {}),
    ...(Object.keys(given).length > 0 ? { access: given } : {}),
  }
}

function writtenUser({ displayName, enforcesPassword, ...user }: UserPlan) {
  return {
    ...user,
    ...(displayName === undefined ? {} : { display_name: displayName }),
    ...(enforcesPassword ? { password_updates: 'always' } : {}),
  }
}
