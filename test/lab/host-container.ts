import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { hostname } from 'node:os'

import { docker, releaseDocker, withDocker } from './docker.ts'
import { poll } from './poll.ts'
import type { Rootfs } from './rootfs.ts'
import { publishedPorts } from './units.ts'

interface HostContainer {
  id: string
  /** Ports of 127.0.0.1 here. */
  ports: { ssh: number; synapse: number; dendrite: number }
  /** Lets it go on when this process ends. */
  release(): void
  remove(): Promise<void>
}

const label = 'matrix-registrar-lab'

/** The owner of a container that outlives the process that started it. */
const kept = 'kept:'

/** Starts a container that is a host: systemd is its first process, and it has a Docker engine of its own. */
export const startHostContainer = async (rootfs: Rootfs, name: string, survives: boolean): Promise<HostContainer> => {
  const id = await withDocker(async () => {
    await removeAbandoned()
    const image = `matrix-registrar/${rootfs.name}`
    await importOnce(rootfs.host, image)
    return docker([
      'run',
      '--detach',
      '--label',
      `${label}=${survives ? kept : `${hostname()}:${process.pid}`}`,
      '--hostname',
      name,
      ...options,
      image,
      '/sbin/init',
    ])
  })
  const removeNow = () => void spawnSync('docker', ['rm', '--force', '--volumes', id])
  process.once('exit', removeNow)
  const release = () => void process.off('exit', removeNow)
  const remove = async () => {
    release()
    await releaseDocker(id)
  }
  try {
    await poll(
      async () =>
        (await docker(['exec', id, 'systemctl', 'is-active', 'ssh', 'docker'], { reject: false })) === 'active\nactive',
      { what: 'systemd, sshd and docker in the host container' },
    )
    const [ssh, synapse, dendrite] = await Promise.all(
      [22, publishedPorts.synapse, publishedPorts.dendrite].map((port) => portOf(id, port)),
    )
    return {
      id,
      ports: { ssh: ssh as number, synapse: synapse as number, dendrite: dendrite as number },
      release,
      remove,
    }
  } catch (error) {
    await remove()
    throw error
  }
}

/** What systemd and a nested engine need, short of --privileged, which not every engine grants. */
const options = [
  ...['SYS_ADMIN', 'NET_ADMIN', 'SYS_PTRACE'].flatMap((capability) => ['--cap-add', capability]),
  ...['seccomp=unconfined', 'apparmor=unconfined', 'systempaths=unconfined'].flatMap((option) => [
    '--security-opt',
    option,
  ]),
  ...['--cgroupns=host', '--volume=/sys/fs/cgroup:/sys/fs/cgroup:rw', '--volume=/var/lib/docker'],
  ...['/run:exec', '/run/lock', '/tmp:exec'].flatMap((mount) => ['--tmpfs', mount]),
  ...[22, publishedPorts.synapse, publishedPorts.dendrite].map((port) => `--publish=127.0.0.1::${port}`),
]

const importOnce = async (archive: string, image: string): Promise<void> => {
  if ((await docker(['image', 'ls', '--quiet', image])) === '') await docker(['import', archive, image])
}

const portOf = async (id: string, port: number): Promise<number> => {
  const answer = await docker(['port', id, `${port}/tcp`])
  return Number(answer.split('\n')[0]?.split(':').at(-1))
}

/** Containers of runs that were killed before they could clean up. */
const removeAbandoned = async (): Promise<void> => {
  const list = await docker(['ps', '--all', '--filter', `label=${label}`, '--format', `{{.ID}} {{.Label "${label}"}}`])
  for (const line of list.split('\n').filter(Boolean)) {
    const [id = '', owner = ''] = line.split(' ')
    const [machine, pid] = owner.split(':')
    if (machine === hostname() && !existsSync(`/proc/${pid}`))
      await docker(['rm', '--force', '--volumes', id], { reject: false }) // one with a paused container in it does not go
  }
}
