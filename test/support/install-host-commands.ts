import { execa } from 'execa'
import { operations } from '../../generator/operations/index.ts'
import type { LabHost } from '../lab/host.ts'
import { runAnsible } from './workspace.ts'

interface Where {
  env: Record<string, string>
  /** Where the commands get to; default: the role's. */
  path?: string
  /** Not on this machine. */
  host?: LabHost | undefined
  /** Ansible copies each command, which takes it a second each: otherwise one, and this does the rest, for they are all alike. */
  all?: boolean
}

/** The commands of a workspace's role, installed with its recipe. */
export async function installHostCommands(
  root: string,
  { env, path = '/matrix/registrar', host, all = false }: Where,
): Promise<void> {
  const values = {
    matrix_users_host_commands_path: path,
    ...(all ? {} : { _matrix_users_host_commands: ['register-user'] }),
  }
  const words = ['-i', 'inventory/hosts', 'setup.yml', '--tags=install-host-commands']
  await runAnsible(root, [...words, `--extra-vars=${JSON.stringify(values)}`], { env })
  if (all) return
  const others = operations.map(({ name }) => name).filter((name) => name !== 'register-user')
  const copying = `cd ${path}/bin && for name in ${others.join(' ')}; do cp -p register-user $name; done`
  await (host ? host.shell(copying) : execa('sh', ['-c', copying]))
}
