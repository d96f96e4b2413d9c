import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import { expandTokens, parseSshConfig, readSshConfig } from '../../generator/run/ssh-config.ts'
import { proxyCommand } from '../../generator/run/ssh-proxy.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

/** What the ssh of this machine makes of a configuration. */
function read(
  text: string,
  {
    host = 'matrix.example.org',
    ...connection
  }: { host?: string; address?: string; port?: number; user?: string } = {},
  files: Record<string, string> = {},
) {
  const directory = makeDirectory({ ...files, config: text })
  return readSshConfig(host, { kind: 'ssh', ...connection }, join(directory, 'config'))
}

const parse = (text: string) => ({
  ...parseSshConfig(text, { name: 'matrix', file: undefined, agent: '/run/agent' }),
  known: [],
})

it('without any settings OpenSSH decides', async () => {
  const config = await read('')
  expect(config).toMatchObject({
    name: 'matrix.example.org',
    hostname: 'matrix.example.org',
    port: 22,
    user: userInfo().username,
    identitiesOnly: false,
    acceptsUnknownKeys: false,
    connectTimeout: 20,
    beyondSsh2: false,
    proxyJump: [],
  })
  expect(config.proxyCommand).toBeUndefined()
  expect(config.identityFiles).toContain(join(homedir(), '.ssh/id_ed25519'))
  expect(config.knownHostsFiles).toContain(join(homedir(), '.ssh/known_hosts'))
})

it('the host file comes before the configuration', async () => {
  const text = 'Host matrix\n  HostName 203.0.113.1\n  Port 2222\n  User somebody\n'
  expect(await read(text, { address: 'matrix' })).toMatchObject({
    hostname: '203.0.113.1',
    port: 2222,
    user: 'somebody',
  })
  expect(await read(text, { address: 'matrix', port: 2223, user: 'root' })).toMatchObject({
    hostname: '203.0.113.1',
    port: 2223,
    user: 'root',
  })
})

it('Match and Include are read', async () => {
  const config = await read(
    'Include included\nMatch host *.example.org user root\n  ProxyJump one,two:2222\nHost *\n  Port 2200\n',
    { user: 'root' },
  )
  expect(config).toMatchObject({ proxyJump: ['one', 'two:2222'], port: 2200 })
})

it.each(['no', 'off', 'accept-new'])('StrictHostKeyChecking %s takes an unknown key', async (value) => {
  expect((await read(`StrictHostKeyChecking ${value}`)).acceptsUnknownKeys).toBe(true)
})

it.each(['yes', 'ask'])('StrictHostKeyChecking %s does not', async (value) => {
  expect((await read(`StrictHostKeyChecking ${value}`)).acceptsUnknownKeys).toBe(false)
})

it.each([
  'RevokedHostKeys /etc/ssh/revoked',
  'KnownHostsCommand /usr/bin/keys %H',
  'CertificateFile ~/.ssh/id-cert.pub',
])('%s is for OpenSSH alone', async (setting) => {
  expect((await read(setting)).beyondSsh2).toBe(true)
})

it('a configuration that ssh cannot read is reported with what ssh says', async () => {
  await expect(read('NoSuchSetting yes\n')).rejects.toMatchObject({
    code: 'ssh-config',
    exitCode: 2,
    message: expect.stringContaining('nosuchsetting') as string,
  })
})

it.each([
  ['identityagent SSH_AUTH_SOCK', '/run/agent'],
  ['', '/run/agent'],
  ['identityagent none', undefined],
  ['identityagent ~/.agent', join(homedir(), '.agent')],
  ['identityagent /run/other', '/run/other'],
])('%j means the agent at %s', (text, agent) => {
  expect(parse(text).agent).toBe(agent)
})

it('none is nothing, and only where it may stand', () => {
  expect(parse('proxyjump none\nproxycommand none\nconnecttimeout none\nidentityfile none\n')).toMatchObject({
    proxyJump: [],
    proxyCommand: undefined,
    connectTimeout: 20,
    identityFiles: ['none'],
  })
})

it('tokens stand for settings, each for one', () => {
  const target = { name: 'matrix', hostname: '203.0.113.1', port: 2222, user: 'root' }
  expect(expandTokens('%h:%p %r %n %%h %d %x', target)).toBe(`203.0.113.1:2222 root matrix %h ${homedir()} %x`)
  expect(parse('hostname h\nuser root\nidentityfile ~/.ssh/%r-%h\n').identityFiles).toEqual([
    join(homedir(), '.ssh/root-h'),
  ])
})

it.each([
  ['proxycommand connect %h %p', ['sh', '-c', 'exec connect 203.0.113.1 22']],
  ['proxyjump jump', ['ssh', '-o', 'BatchMode=yes', '-W', '[203.0.113.1]:22', '--', 'ssh://jump']],
  [
    'proxyjump one,me@two:2222',
    ['ssh', '-J', 'one', '-o', 'BatchMode=yes', '-W', '[203.0.113.1]:22', '--', 'ssh://me@two:2222'],
  ],
  [
    'proxyjump ssh://me@[2001:db8::1]:2222',
    ['ssh', '-o', 'BatchMode=yes', '-W', '[203.0.113.1]:22', '--', 'ssh://me@[2001:db8::1]:2222'],
  ],
  ['', undefined],
])('%j goes through %j', (text, words) => {
  expect(proxyCommand(parse(`hostname 203.0.113.1\n${text}`))).toEqual(words)
})
