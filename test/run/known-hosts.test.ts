import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execaSync } from 'execa'
import {
  fingerprint,
  judgeHostKey,
  type KnownKey,
  keyType,
  knownKeys,
  knownName,
} from '../../generator/run/known-hosts.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const keys = {
  ed25519: 'AAAAC3NzaC1lZDI1NTE5AAAAIKDnqOP103SBp57To+Z1ZuHEI9NAaSKaCM5UPJbplBzo',
  other: 'AAAAC3NzaC1lZDI1NTE5AAAAIOHGLoyPby6qE6rUOvpDwguNauxdd/MdkuRzc7aLv3Fe',
  ecdsa: 'AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTY=',
}

const known = (key: string, more: Partial<KnownKey> = {}): KnownKey => ({
  marker: undefined,
  type: keyType(key),
  key,
  portless: false,
  file: 'known_hosts',
  ...more,
})

describe('the judgement of a host key', () => {
  it.each<[string, string, KnownKey[]]>([
    ['known', 'it is known', [known(keys.ed25519)]],
    ['known', 'it is one of several', [known(keys.other), known(keys.ecdsa), known(keys.ed25519)]],
    ['known', 'it is known without the port', [known(keys.ed25519, { portless: true })]],
    ['unknown', 'nothing is known', []],
    ['unknown', 'only a key of another type is', [known(keys.ecdsa)]],
    ['unknown', 'another is known without the port', [known(keys.other, { portless: true })]],
    ['unknown', 'it is that of an authority', [known(keys.ed25519, { marker: 'cert-authority' })]],
    ['changed', 'another of its type is known', [known(keys.other)]],
    [
      'changed',
      'another of its type is known with the port',
      [known(keys.other), known(keys.ed25519, { portless: true })],
    ],
    ['revoked', 'it was revoked', [known(keys.ed25519, { marker: 'revoked' })]],
    ['revoked', 'it was revoked, and is known', [known(keys.ed25519), known(keys.ed25519, { marker: 'revoked' })]],
    ['known', 'another was revoked', [known(keys.ed25519), known(keys.other, { marker: 'revoked' })]],
  ])('is %s when %s', (verdict, _when, all) => {
    expect(judgeHostKey(keys.ed25519, all)).toBe(verdict)
  })
})

it('a key names its own type', () => {
  expect(keyType(keys.ed25519)).toBe('ssh-ed25519')
  expect(keyType(keys.ecdsa)).toBe('ecdsa-sha2-nistp256')
})

it('the fingerprint is that of ssh-keygen', () => {
  const file = join(makeDirectory({ 'key.pub': `ssh-ed25519 ${keys.ed25519}\n` }), 'key.pub')
  expect(execaSync('ssh-keygen', ['-lf', file]).stdout).toContain(` ${fingerprint(keys.ed25519)} `)
})

it.each([
  [{ hostKeyAlias: undefined, hostname: 'matrix.example.org', port: 22 }, 'matrix.example.org'],
  [{ hostKeyAlias: undefined, hostname: 'matrix.example.org', port: 2222 }, '[matrix.example.org]:2222'],
  [{ hostKeyAlias: 'the-server', hostname: 'matrix.example.org', port: 2222 }, 'the-server'],
])('%j is known as %s', (config, name) => {
  expect(knownName(config)).toBe(name)
})

describe('known_hosts', () => {
  const read = (text: string, { hashed = false, port = 2222 } = {}) => {
    const file = join(makeDirectory(), 'known_hosts')
    writeFileSync(file, text)
    if (hashed) execaSync('ssh-keygen', ['-q', '-H', '-f', file], { stderr: 'ignore' })
    return knownKeys({
      hostname: 'matrix.example.org',
      port,
      hostKeyAlias: undefined,
      knownHostsFiles: [file, '/nowhere/known_hosts'],
    })
  }

  it.each([false, true])('gives a host its keys (names hashed: %s)', async (hashed) => {
    const found = await read(
      [
        '# a comment',
        '',
        `[matrix.example.org]:2222,[203.0.113.1]:2222 ssh-ed25519 ${keys.ed25519} a comment`,
        `[matrix.example.org]:2223 ssh-ed25519 ${keys.other}`,
        `matrix.example.com ssh-ed25519 ${keys.other}`,
        '',
      ].join('\n'),
      { hashed },
    )
    expect(found).toEqual([known(keys.ed25519, { file: expect.any(String) as string })])
  })

  it.each([false, true])(
    'says of what stands there without the port that it does (names hashed: %s)',
    async (hashed) => {
      expect(await read(`matrix.example.org ssh-ed25519 ${keys.ed25519}\n`, { hashed })).toEqual([
        known(keys.ed25519, { portless: true, file: expect.any(String) as string }),
      ])
    },
  )

  it('is not asked without the port where the key stands with it', async () => {
    const found = await read(
      `[matrix.example.org]:2222 ssh-ed25519 ${keys.ed25519}\nmatrix.example.org ssh-ed25519 ${keys.other}\n`,
    )
    expect(found).toEqual([known(keys.ed25519, { file: expect.any(String) as string })])
  })

  it('of port 22 has each key once', async () => {
    expect(await read(`matrix.example.org ssh-ed25519 ${keys.ed25519}\n`, { port: 22 })).toHaveLength(1)
  })

  it('has authorities and revoked keys, by patterns too', async () => {
    const found = await read(
      `@cert-authority [*.example.org]:* ssh-ed25519 ${keys.ed25519} ca\n@revoked * ssh-ed25519 ${keys.other}\n@cert-authority *.example.com ssh-ed25519 ${keys.ecdsa}\n`,
    )
    expect(found.filter(({ portless }) => !portless).map(({ marker, key }) => [marker, key])).toEqual([
      ['cert-authority', keys.ed25519],
      ['revoked', keys.other],
    ])
  })

  it('that is not there knows nothing', async () => {
    expect(
      await knownKeys({
        hostname: 'matrix.example.org',
        port: 22,
        hostKeyAlias: undefined,
        knownHostsFiles: ['/nowhere/known_hosts'],
      }),
    ).toEqual([])
  })
})
