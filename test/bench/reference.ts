import { execa } from 'execa'
import type { LabHost } from '../lab/host.ts'

/** What registering is measured against: Synapse's own command through ssh and docker exec, with a connection of its own. */
export const referenceName = '`ssh HOST docker exec -i matrix-synapse register_new_matrix_user`'

export async function registerByReference(host: LabHost, username: string): Promise<void> {
  const command = `docker exec -i matrix-synapse register_new_matrix_user --user ${username} --password-file /dev/stdin --no-admin --config /data/homeserver.yaml http://localhost:8008`
  await execa('ssh', [...host.sshArgs, command], { input: 'secret-password' })
}
