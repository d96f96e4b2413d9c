import { authorities } from '../authorities/index.ts'
import { AppError } from '../errors/app-error.ts'
import { newUlid } from '../render/host-file.ts'
import { makePassword } from '../secrets/generated-password.ts'
import { Secret } from '../secrets/secret.ts'
import { editHostFile } from './access-file.ts'
import { flowOf } from './keep-token.ts'
import type { Prepared, SettingUp } from './setup-access.ts'

/** A client of MAS's Admin API, which is added to MAS later: the server is not contacted. */
export async function setUpClient({ plan, directory, keep }: SettingUp): Promise<Prepared> {
  const { label, ownAccess } = authorities[plan.authority]
  if (ownAccess.kind !== 'cli')
    throw new AppError('usage', `--client has no meaning here: ${label} has no such clients.`, {
      hint: 'Leave it out.',
    })
  const client = `{ id: ${newUlid()}, secret: ${flowOf(keep.reference)} }`
  const edited = await editHostFile(plan.source, directory, { cli: undefined, client })
  keep.check()
  const later =
    plan.deployment.kind === 'playbook'
      ? 'run registrar generate, then the playbook, which sets the client up; registrar doctor shows that it works'
      : 'add the client to the configuration of MAS (docs/access.md), and restart it; registrar doctor shows that it works'
  return {
    steps: [
      `Generate the secret for a client of MAS's Admin API, and keep it ${keep.place}.`,
      `Write access.client into ${plan.source}.`,
    ],
    about: "The client may do everything that MAS's Admin API can, once MAS knows it.",
    done: `Done: ${plan.source} has access.client. Next: ${later}.`,
    carryOut: async () => {
      await keep.store(new Secret(makePassword()))
      try {
        edited.write()
      } catch (error) {
        keep.discard()
        throw error
      }
    },
  }
}
