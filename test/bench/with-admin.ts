import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { execa } from 'execa'
import type { HostPlan, UserPlan } from '../../generator/plan/host-plan.ts'
import { type LabHost, startHost } from '../lab/host.ts'
import { login } from '../lab/matrix-client.ts'
import { hostFile } from '../support/host-file.ts'
import { labEnvironment, labPlan } from '../support/lab-workspace.ts'
import { writeSshConfig } from '../support/surfaces.ts'
import { makeWorkspace, runJust } from '../support/workspace.ts'
import type { Measurement } from './measurement.ts'
import { peakMemory } from './memory.ts'

const program = join(import.meta.dirname, '../../dist/registrar.js')
const password = 'secret-password'

/** A host whose Synapse has an admin, and ways to act as that admin. */
export interface HostWithAdmin {
  host: LabHost
  token: string
  /** For Ansible. */
  env: Record<string, string>
  /** A new workspace; its accounts can have PASSWORD as a password. */
  workspace(users?: UserPlan[]): Promise<string>
  just(root: string, words: string[]): Promise<void>
  registrar(root: string, words: string[]): Promise<unknown>
  /** In MiB, of the same. */
  peakMemory(root: string, words: string[]): Promise<number>
}

/** Starts such a host for a measurement. */
export async function withAdmin(
  options: Parameters<typeof startHost>[0],
  measure: (on: HostWithAdmin) => Promise<Measurement[]>,
): Promise<Measurement[]> {
  const host = await startHost(options)
  const plan: HostPlan = { ...labPlan(host, 'synapse'), access: { token: { env: 'ADMIN_TOKEN' } } }
  const roots: string[] = []
  const workspace = async (users: UserPlan[] = []) => {
    const root = makeWorkspace([{ ...plan, users }])
    roots.push(root)
    await writeFile(join(root, 'registrar.yml'), hostFile({ ...plan, users }))
    return root
  }
  try {
    const first = await workspace()
    const sshConfig = await writeSshConfig(host, first)
    const secrets: Record<string, string> = { PASSWORD: password, MATRIX_PASSWORD: password }
    const call = (words: string[]) => [program, ...words, '--ssh-config', sshConfig]
    const options = (cwd: string) => ({ cwd, env: { NODE_OPTIONS: '', SSH_AUTH_SOCK: '', ...secrets } })
    const registrar = (root: string, words: string[]) => execa(execPath, call(words), options(root))
    await registrar(first, ['register-user', 'boss', '--admin'])
    const token = (await login(host.synapseUrl, 'boss', password)).accessToken ?? ''
    secrets['ADMIN_TOKEN'] = token
    const env = { ...labEnvironment(host), ADMIN_TOKEN: token, PASSWORD: password }
    return await measure({
      host,
      token,
      env,
      workspace,
      registrar,
      just: async (root, words) => {
        const { exitCode, output } = await runJust(root, words, { env, alone: true })
        if (exitCode !== 0) throw new Error(output)
      },
      peakMemory: (root, words) => peakMemory(execPath, call(words), options(root)),
    })
  } finally {
    await host.stop()
    await Promise.all(roots.map((root) => rm(root, { recursive: true })))
  }
}
