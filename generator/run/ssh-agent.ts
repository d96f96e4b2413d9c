import { existsSync } from 'node:fs'
import ssh2, { type ParsedKey } from 'ssh2'
import { readBounded } from '../files/read-file.ts'
import type { SshConfig } from './ssh-config.ts'

interface Agent {
  agent: ssh2.BaseAgent
  /** How many of its keys are of use here; undefined: it does not answer. Checked first, because ssh2 gives up altogether then. */
  count: () => Promise<number | undefined>
}

/** The agent that OpenSSH would ask, if there is one. */
export function findAgent({ agent: socket, identitiesOnly, identityFiles }: SshConfig): Agent | undefined {
  if (socket === undefined || !existsSync(socket)) return undefined
  const all = ssh2.createAgent(socket)
  const agent = identitiesOnly ? new ChosenKeys(all, publicKeys(identityFiles)) : all
  return {
    agent,
    count: () =>
      new Promise((resolve) => agent.getIdentities((error, keys) => resolve(error ? undefined : (keys?.length ?? 0)))),
  }
}

/** The public keys of the identity files, which may be public keys themselves. */
function publicKeys(identityFiles: string[]): string[] {
  const paths = identityFiles.flatMap((file) => [`${file}.pub`, ...(file.endsWith('.pub') ? [file] : [])])
  return paths.filter((path) => existsSync(path)).map(publicKeyIn)
}

/** A file that cannot be read is skipped, as in OpenSSH. */
function publicKeyIn(path: string): string {
  try {
    return readBounded(path, 1).toString().split(/\s+/)[1] ?? ''
  } catch {
    return ''
  }
}

/** Limits an agent's keys to the chosen ones: IdentitiesOnly. */
class ChosenKeys extends ssh2.BaseAgent {
  readonly #agent: ssh2.BaseAgent
  readonly #chosen: string[]

  declare sign: ssh2.BaseAgent['sign']

  constructor(agent: ssh2.BaseAgent, chosen: string[]) {
    super()
    this.#agent = agent
    this.#chosen = chosen
    this.sign = agent.sign.bind(agent)
  }

  override getIdentities(give: (error: Error | undefined, keys?: ParsedKey[]) => void): void {
    this.#agent.getIdentities((error, keys = []) => {
      const parsed = (keys as (Buffer | ParsedKey)[])
        .map((key) => ssh2.utils.parseKey(key as Buffer))
        .filter((key): key is ParsedKey => !(key instanceof Error))
      give(
        error ?? undefined,
        parsed.filter((key) => this.#chosen.includes(key.getPublicSSH().toString('base64'))),
      )
    })
  }
}
