import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'

export interface Certificate {
  /** PEM: the certificate, and behind it those that vouch for it. */
  cert: string
  key: string
}

export interface Authority extends Certificate {
  /** Of a name, by this authority; `days` may be negative. */
  issue(name: string, options: { names: string[]; days?: number }): Promise<Certificate>
  /** An authority below this one. */
  below(name: string): Promise<Authority>
}

/** An authority of the tests' own, kept in a directory. */
export const makeAuthority = async (dir: string): Promise<Authority> => {
  await execa(
    'openssl',
    ['req', '-x509', ...newKey, '-keyout', 'root.key', '-out', 'root.pem', '-days', '30', '-subj', '/CN=Lab root'],
    { cwd: dir },
  )
  return authority(dir, 'root')
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']

const authority = async (dir: string, name: string): Promise<Authority> => ({
  ...(await read(dir, name)),
  issue: async (subject, { names, days = 30 }) => {
    await sign(dir, {
      issuer: name,
      subject,
      extension: `subjectAltName=${names.map((dns) => `DNS:${dns}`).join(',')}`,
      days,
    })
    return read(dir, subject)
  },
  below: async (subject) => {
    await sign(dir, { issuer: name, subject, extension: 'basicConstraints=critical,CA:TRUE', days: 30 })
    return authority(dir, subject)
  },
})

interface Signing {
  issuer: string
  subject: string
  extension: string
  days: number
}

const sign = async (dir: string, { issuer, subject, extension, days }: Signing): Promise<void> => {
  await execa(
    'openssl',
    [
      'req',
      ...newKey,
      '-keyout',
      `${subject}.key`,
      '-out',
      `${subject}.csr`,
      '-subj',
      `/CN=${subject}`,
      '-addext',
      extension,
    ],
    { cwd: dir },
  )
  const files = [
    '-in',
    `${subject}.csr`,
    '-out',
    `${subject}.pem`,
    '-CA',
    `${issuer}.pem`,
    '-CAkey',
    `${issuer}.key`,
    '-CAcreateserial',
  ]
  await execa('openssl', ['x509', '-req', ...files, '-days', `${days}`, '-copy_extensions', 'copy'], { cwd: dir })
}

const read = async (dir: string, name: string): Promise<Certificate> => ({
  cert: await readFile(join(dir, `${name}.pem`), 'utf8'),
  key: await readFile(join(dir, `${name}.key`), 'utf8'),
})
