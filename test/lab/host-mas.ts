import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { docker } from './docker.ts'
import { freePort } from './free-port.ts'
import { type LabHost, startHost } from './host.ts'
import { delegation, startMasBefore } from './mas.ts'
import { unit } from './units.ts'

const name = 'matrix-authentication-service'

/**
 * The playbook's host with its MAS: a container of its name, on its networks, with its port and path (roles/custom/
 * matrix-authentication-service). What runs in it hands every connection over to the MAS of this machine, and so does its mas-cli.
 */
export const startHostWithMas = async () => {
  const secret = randomBytes(24).toString('hex')
  const host = await startHost({ synapse: delegation(`http://${name}:8080/auth/`, secret) })
  let stop = host.stop
  try {
    const bind = await docker([
      'inspect',
      '--format',
      '{{range .NetworkSettings.Networks}}{{.Gateway}}{{end}}',
      host.containerId,
    ])
    const mas = await startMasBefore(
      { url: host.synapseUrl, domain: host.domain },
      { bind, port: await freePort(), secret, prefix: '/auth' },
    )
    stop = () => mas.stop().finally(host.stop)
    await startContainer(host, new URL(mas.url), mas.masCli)
    return { host, mas, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const startContainer = async (host: LabHost, { hostname, port }: URL, masCli: readonly string[]): Promise<void> => {
  const directory = `/matrix/${name}`
  const mounted = (from: string, to: string) => `type=bind,src=${directory}/${from},dst=${to},ro`
  const container = unit({
    name,
    image: 'localhost/matrix-synapse',
    command: `python3 /lab/relay.py ${hostname} ${port}`,
    networks: ['matrix-homeserver', 'matrix-postgres'],
    mounts: [mounted('lab', '/lab'), mounted('lab/mas-cli', '/usr/local/bin/mas-cli')],
  })
  const files = {
    [`${directory}/lab/relay.py`]: relay,
    [`${directory}/lab/mas-cli.py`]: await readFile(join(import.meta.dirname, 'mas/mas-cli.py'), 'utf8'),
    [`${directory}/lab/mas-cli`]: `#!/bin/sh\nexec python3 /lab/mas-cli.py ${masCli.at(-1)} "$@"\n`,
    [`/etc/systemd/system/${name}.service`]: container,
  }
  const written = Object.entries(files).map(
    ([path, text]) => `echo ${Buffer.from(text).toString('base64')} | base64 -d > ${path}`,
  )
  await host.shell(
    [
      `mkdir -p ${directory}/lab`,
      ...written,
      `chmod 755 ${directory}/lab/mas-cli`,
      'systemctl daemon-reload',
      `systemctl start ${name}`,
    ].join('\n'),
  )
}

const relay = `import asyncio, sys

async def hand_on(reader, writer):
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()
    writer.close()

async def relay(reader, writer):
    other_reader, other_writer = await asyncio.open_connection(sys.argv[1], int(sys.argv[2]))
    await asyncio.gather(hand_on(reader, other_writer), hand_on(other_reader, writer))

async def main():
    async with await asyncio.start_server(relay, "0.0.0.0", 8080) as server:
        await server.serve_forever()

asyncio.run(main())
`
