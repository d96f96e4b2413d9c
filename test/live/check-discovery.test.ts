import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { makeAuthority } from '../lab/certificates.ts'
import { startDendrite } from '../lab/dendrite.ts'
import { freePort } from '../lab/free-port.ts'
import type { Homeserver } from '../lab/homeserver.ts'
import { startSynapse } from '../lab/synapse.ts'
import { startTlsServer } from '../lab/tls-server.ts'
import { registrar } from '../support/cli.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

jest.setTimeout(900_000)
afterAll(removeDirectories)

/** With the resources that other servers ask for. */
async function startFederatingSynapse(): Promise<Homeserver> {
  const port = await freePort()
  const resources = [{ names: ['client', 'federation', 'keys'] }]
  return startSynapse({
    port,
    extra: { listeners: [{ port, tls: false, type: 'http', bind_addresses: ['127.0.0.1'], resources }] },
  })
}

it.each([
  ['Synapse', startFederatingSynapse],
  ['Dendrite', () => startDendrite({ federates: true })],
])('finds a real %s, and says when it is the one of another domain', async (_name, start) => {
  const server = await start()
  const directory = makeDirectory()
  const authority = await makeAuthority(directory)
  writeFileSync(join(directory, 'ca.pem'), authority.cert)
  const names = ['example.org', 'example.net', 'matrix.example.org']
  const wellKnown = (domain: string) => ({
    [`${domain}/.well-known/matrix/client`]: { body: { 'm.homeserver': { base_url: 'https://matrix.example.org' } } },
    [`${domain}/.well-known/matrix/server`]: { body: { 'm.server': 'matrix.example.org:443' } },
  })
  const front = await startTlsServer(
    await authority.issue('all', { names }),
    { ...wellKnown('example.org'), ...wellKnown('example.net') },
    { 'matrix.example.org': server.url },
  )
  const check = (domain: string) =>
    registrar(['check-discovery', domain, '--connect-to', `::127.0.0.1:${front.port}`], {
      cwd: directory,
      env: { NODE_EXTRA_CA_CERTS: join(directory, 'ca.pem') },
    })
  try {
    expect(await check('example.org')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('answers as example.org'),
    })
    const other = await check('example.net')
    expect(other).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining(
        'error[another-server] The homeserver at matrix.example.org:443 is example.org, not example.net.',
      ),
    })
  } finally {
    await front.stop()
    await server.stop()
  }
})
