import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AnsibleVersion, installAnsible } from '../lab/install.ts'

const sources = join(import.meta.dirname, 'forked-ansible')
const made = new Map<AnsibleVersion, string>()

// An Ansible ends when its directory is gone, or this process.
globalThis.afterAll?.(() => {
  for (const directory of made.values()) rmSync(directory, { recursive: true, force: true })
})

/**
 * A directory with an `ansible-playbook` that has a fork of an Ansible do the work, which is started once for this test file:
 * starting it is half of what a play costs.
 */
export async function forkedAnsible(version: AnsibleVersion): Promise<string> {
  const bin = await installAnsible(version)
  return made.get(version) ?? make(version, bin)
}

function make(version: AnsibleVersion, bin: string): string {
  const directory = mkdtempSync(join(tmpdir(), `registrar-ansible-${version}-`))
  const about = { server: join(sources, 'server.py'), owner: process.pid, real: join(bin, 'ansible-playbook') }
  writeFileSync(join(directory, 'about.json'), JSON.stringify(about))
  const client = readFileSync(join(sources, 'client.py'), 'utf8')
  writeFileSync(join(directory, 'ansible-playbook'), `#!${join(bin, 'python')} -IS\n${client}`, { mode: 0o755 })
  made.set(version, directory)
  return directory
}
