import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import type { HostPlan } from '../../generator/plan/host-plan.ts'
import type { LabHost } from '../lab/host.ts'
import { registrar } from './kept-cli.ts'
import { hostFile } from './host-file.ts'
import { installHostCommands } from './install-host-commands.ts'
import { labEnvironment } from './lab-workspace.ts'
import { makeWorkspace, runJust } from './workspace.ts'

interface Asked {
  username: string
  password: string
  check: boolean
}

/** How an operation ended, as every surface tells it: what is wrong and what to do are one text. */
export interface Reported {
  message: string
  next: string[]
  changed: boolean
  failed: boolean
}

export type Surface = (asked: Asked) => Promise<Reported>

/** What `ssh` reads on the way to the lab's host. */
export async function writeSshConfig(host: LabHost, directory: string, extra: string[] = []): Promise<string> {
  const file = join(directory, 'ssh_config')
  const settings = [
    `IdentityFile ${host.keyFile}`,
    'IdentitiesOnly yes',
    `UserKnownHostsFile ${host.knownHosts}`,
    'GlobalKnownHostsFile /dev/null',
    ...extra,
  ]
  await writeFile(file, `Host *\n${settings.map((setting) => `  ${setting}\n`).join('')}`)
  return file
}

/** A workspace with the host file that it came from and the ssh_config to go with it; the host has its commands. */
export async function prepareSurfaces(host: LabHost, plan: HostPlan): Promise<{ root: string; sshConfig: string }> {
  const root = makeWorkspace([plan])
  await writeFile(join(root, 'registrar.yml'), hostFile(plan))
  await installHostCommands(root, { env: labEnvironment(host), host })
  return { root, sshConfig: await writeSshConfig(host, root) }
}

/** The ways to do an operation on a host of the lab: just and Ansible, the CLI over SSH, the command on the host itself. */
export async function surfacesOf(
  host: LabHost,
  plan: HostPlan,
): Promise<{ root: string; surfaces: Record<string, Surface> }> {
  const { root, sshConfig } = await prepareSurfaces(host, plan)
  return {
    root,
    surfaces: {
      ansible: async ({ username, password, check }) =>
        reportedByAnsible(
          await runJust(root, ['register-user', username, password, 'no', ...(check ? ['--check'] : [])], {
            env: labEnvironment(host),
          }),
        ),
      cli: async ({ username, password, check }) => {
        const words = ['register-user', username, '--json', '--ssh-config', sshConfig, ...(check ? ['--check'] : [])]
        return reportedAsJson((await registrar(words, { cwd: root, env: { MATRIX_PASSWORD: password } })).stdout)
      },
      'host command': async ({ username, password, check }) => {
        const words = [
          'exec',
          '-i',
          host.containerId,
          '/matrix/registrar/bin/register-user',
          '--json',
          ...(check ? ['--check'] : []),
          username,
        ]
        return reportedAsJson((await execa('docker', words, { input: password, reject: false })).stdout)
      },
    },
  }
}

export function reportedByAnsible({
  output,
  changed,
  exitCode,
}: {
  output: string
  changed: number
  exitCode: number
}): Reported {
  const messages = [...output.matchAll(/"msg": (\[\s*"[^\]]*\]|"(?:[^"\\]|\\.)*")/g)].map(
    ([, json = '""']) => JSON.parse(json) as string | string[],
  )
  const [message = '', ...next] = [messages.at(-1) ?? output].flat()
  // The recap does not count a task that failed although it changed something; its result says so.
  const isChanged = changed > 0 || /^fatal: .*"changed": true/m.test(output)
  return { message, next, changed: isChanged, failed: exitCode !== 0 }
}

export function reportedAsJson(text: string): Reported {
  const { message, hint, next, changed, outcome } = JSON.parse(text) as {
    message: string
    hint?: string
    next: string[]
    changed: boolean
    outcome: string
  }
  return {
    message: hint === undefined ? message : `${message} ${hint}`,
    next,
    changed,
    failed: outcome === 'failed' || outcome === 'refused',
  }
}
