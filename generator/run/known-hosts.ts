import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { execa } from 'execa'
import type { SshConfig } from './ssh-config.ts'

/** A line of known_hosts about a host. */
export interface KnownKey {
  marker: 'cert-authority' | 'revoked' | undefined
  type: string
  /** Base64, as in the file. */
  key: string
  /** Its entry has no port, though the port is not 22. */
  portless: boolean
  file: string
}

/** The entries of a host in the known_hosts files, without its port if there is none with it; ssh-keygen reads them, including hashed names. */
export async function knownKeys(
  config: Pick<SshConfig, 'knownHostsFiles' | 'hostKeyAlias' | 'hostname' | 'port'>,
): Promise<KnownKey[]> {
  const { knownHostsFiles, hostname } = config
  const name = knownName(config)
  const files = knownHostsFiles.filter((file) => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0)
  const keysIn = async (name: string, portless = false) =>
    (await Promise.all(files.map((file) => keysOfFile(file, name, portless)))).flat()
  const named = await keysIn(name)
  const isKnown = named.some(({ marker }) => marker === undefined)
  return isKnown || name !== `[${hostname}]:${config.port}` ? named : [...named, ...(await keysIn(hostname, true))]
}

/** The name under which a host's key is kept. */
export function knownName({
  hostKeyAlias,
  hostname,
  port,
}: Pick<SshConfig, 'hostKeyAlias' | 'hostname' | 'port'>): string {
  if (hostKeyAlias !== undefined) return hostKeyAlias
  return port === 22 ? hostname : `[${hostname}]:${port}`
}

async function keysOfFile(file: string, name: string, portless: boolean): Promise<KnownKey[]> {
  const { stdout } = await execa('ssh-keygen', ['-F', name, '-f', file], { reject: false, stdin: 'ignore' })
  return stdout.split('\n').flatMap((line) => {
    const words = line.split(/\s+/)
    const marker = words[0]?.startsWith('@') ? words.shift()?.slice(1) : undefined
    const [, type, key] = words
    if (line.startsWith('#') || type === undefined || key === undefined) return []
    return [{ marker: marker as KnownKey['marker'], type, key, portless, file }]
  })
}

export type HostKeyVerdict = 'known' | 'unknown' | 'changed' | 'revoked'

/** Judges the key that a server showed: as in OpenSSH, an entry without the port can only confirm it. */
export function judgeHostKey(shown: string, known: KnownKey[]): HostKeyVerdict {
  const type = keyType(shown)
  if (known.some(({ marker, key }) => marker === 'revoked' && key === shown)) return 'revoked'
  const keys = known.filter(({ marker }) => marker === undefined)
  const named = keys.filter(({ portless }) => !portless)
  if (named.some(({ key }) => key === shown)) return 'known'
  if (named.some((key) => key.type === type)) return 'changed'
  return keys.some(({ key }) => key === shown) ? 'known' : 'unknown'
}

/** The algorithm in a key. */
export function keyType(key: string): string {
  const bytes = Buffer.from(key, 'base64')
  return bytes.subarray(4, 4 + bytes.readUInt32BE(0)).toString()
}

/** As `ssh-keygen -l` prints it. */
export function fingerprint(key: string): string {
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('base64')
  return `SHA256:${hash.replace(/=+$/, '')}`
}
