import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { execa } from 'execa'
import type { HostPlan } from '../../generator/plan/host-plan.ts'
import { renderWorkspace } from '../../generator/render/workspace.ts'
import { type AnsibleVersion, installAnsible, installJust } from '../lab/install.ts'
import { count } from '../lab/tally.ts'
import { usualAnsible } from './ansible-versions.ts'
import { withAnsible } from './forked-ansible.ts'

/** A rendered workspace in a new directory. */
export function makeWorkspace(plans: HostPlan[]): string {
  const root = mkdtempSync(join(tmpdir(), 'registrar-workspace-'))
  for (const { path, content, mode } of renderWorkspace(plans, { kind: 'standalone' })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content, { mode })
  }
  return root
}

/** What a run of just or ansible-playbook ended with. */
export interface Run {
  exitCode: number
  /** Standard output and error, interleaved as a person sees them. */
  output: string
  /** How many tasks changed something, by Ansible's recap; -1 when there is no recap. */
  changed: number
}

interface RunOptions {
  ansible?: AnsibleVersion
  env?: Record<string, string>
  /** Ansible is started for this run alone, as a person does it; otherwise a fork of one that runs does the work. */
  alone?: boolean
}

export async function runJust(root: string, words: string[], options: RunOptions = {}): Promise<Run> {
  return runCommand(await installJust(), words, root, options)
}

export function runAnsible(root: string, words: string[], options: RunOptions = {}): Promise<Run> {
  return runCommand('ansible-playbook', words, root, options)
}

/** What can be read back. */
const plainOutput = { ANSIBLE_FORCE_COLOR: '0', ANSIBLE_LOCALHOST_WARNING: '0', ANSIBLE_CALLBACK_RESULT_FORMAT: 'json' }

/** Runs a command in a directory, with that Ansible first on its path. */
export async function runCommand(
  command: string,
  words: string[],
  directory: string,
  { ansible = usualAnsible, env = {}, alone = false }: RunOptions = {},
): Promise<Run> {
  const path = alone ? [await installAnsible(ansible), process.env['PATH']].join(delimiter) : await withAnsible(ansible)
  const { exitCode, all } = await execa(command, words, {
    cwd: directory,
    env: { ...plainOutput, ...env, PATH: path },
    stdin: 'ignore',
    all: true,
    reject: false,
  })
  count('play', all.match(/^PLAY RECAP/gm)?.length ?? 0)
  const changed = [...all.matchAll(/changed=(\d+)/g)].map((match) => Number(match[1]))
  return { exitCode: exitCode ?? -1, output: all, changed: changed.length ? Math.max(...changed) : -1 }
}
