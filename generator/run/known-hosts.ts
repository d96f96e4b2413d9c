import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { execa } from 'execa'
import type { SshConfig } from './ssh-config.ts'

/** A line of known_hosts about a host. */
export interface KnownKey {
  marker: 'cert-authority' | 'revoked' | undefined
  type: string
  /** Base64, as in the file. */
  key: string
  file: string
}

/** What the known_hosts files say of a host; ssh-keygen reads them, hashed names included. */
export async function knownKeys(config: SshConfig): Promise<KnownKey[]> {
  const files = config.knownHostsFiles.map((file) => file.replace(/^~(?=\/)/, homedir())).filter((file) => existsSync(file))
  const found = await Promise.all(files.map((file) => keysIn(file, knownName(config))))
  return found.flat()
}

/** The name under which a host's key is kept. */
export function knownName({ hostKeyAlias, hostname, port }: SshConfig): string {
  if (hostKeyAlias !== undefined) return hostKeyAlias
  return port === 22 ? hostname : `[${hostname}]:${port}`
}

async function keysIn(file: string, name: string): Promise<KnownKey[]> {
  const { stdout } = await execa('ssh-keygen', ['-F', name, '-f', file], { reject: false, stdin: 'ignore' })
  return stdout.split('\n').flatMap((line) => {
    const words = line.split(/\s+/)
    const marker = words[0]?.startsWith('@') ? words.shift()?.slice(1) : undefined
    const [, type, key] = words
    if (line.startsWith('#') || type === undefined || key === undefined) return []
    return [{ marker: marker as KnownKey['marker'], type, key, file }]
  })
}

export type HostKeyVerdict = 'known' | 'unknown' | 'changed' | 'revoked' | 'authority'

/** What known_hosts makes of the key that a server showed. */
export function judgeHostKey(shown: string, known: KnownKey[]): HostKeyVerdict {
  const type = keyType(shown)
  if (known.some(({ marker, key }) => marker === 'revoked' && key === shown)) return 'revoked'
  const keys = known.filter(({ marker }) => marker === undefined)
  if (keys.some(({ key }) => key === shown)) return 'known'
  if (keys.some((key) => key.type === type)) return 'changed'
  if (keys.length === 0 && known.some(({ marker }) => marker === 'cert-authority')) return 'authority'
  return 'unknown'
}

/** The algorithm that a key names itself. */
export function keyType(key: string): string {
  const bytes = Buffer.from(key, 'base64')
  return bytes.subarray(4, 4 + bytes.readUInt32BE(0)).toString()
}

/** As `ssh-keygen -l` prints it. */
export function fingerprint(key: string): string {
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('base64')
  return `SHA256:${hash.replace(/=+$/, '')}`
}
