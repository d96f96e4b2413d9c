import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type AnsibleVersion, installAnsible } from '../lab/install.ts'

const sources = join(import.meta.dirname, 'forked-ansible')
const made = new Map<AnsibleVersion, string>()

// An Ansible ends when its directory is gone, or this process.
globalThis.afterAll?.(() => {
  for (const directory of made.values()) rmSync(directory, { recursive: true, force: true })
})

const commands = ['ansible', 'ansible-inventory', 'ansible-playbook', 'ansible-vault']

/**
 * A directory with Ansible's commands, which have a fork of an Ansible do the work that is started once for this test file:
 * starting it is half of what a play costs, and nearly all of what the others do.
 */
export async function forkedAnsible(version: AnsibleVersion): Promise<string> {
  const bin = await installAnsible(version)
  return made.get(version) ?? make(version, bin)
}

/** This process's PATH, with that Ansible first. */
export async function withAnsible(version: AnsibleVersion): Promise<string> {
  return [await forkedAnsible(version), await installAnsible(version), process.env['PATH']].join(delimiter)
}

function make(version: AnsibleVersion, bin: string): string {
  const directory = mkdtempSync(join(tmpdir(), `registrar-ansible-${version}-`))
  const about = { server: join(sources, 'server.py'), owner: process.pid, real: bin }
  writeFileSync(join(directory, 'about.json'), JSON.stringify(about))
  const client = readFileSync(join(sources, 'client.py'), 'utf8')
  for (const command of commands)
    writeFileSync(join(directory, command), `#!${join(bin, 'python')} -IS\n${client}`, { mode: 0o755 })
  made.set(version, directory)
  return directory
}
