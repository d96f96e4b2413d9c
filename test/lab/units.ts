/**
 * systemd units as the playbook writes them (matrix-docker-ansible-deploy, roles/custom/matrix-{synapse,dendrite}
 * and ansible-role-postgres, their *.service.j2): a container is created by its unit and gone when that stops.
 */
interface Container {
  name: string
  image: string
  command: string
  /** The first is the one that the container is created on. */
  networks: readonly [string, ...string[]]
  mounts: readonly string[]
  /** docker create's other options. */
  options?: readonly string[]
  requires?: readonly string[]
  /** Run after the start, until it answers. */
  ready?: string
}

export const networks = ['matrix-homeserver', 'matrix-postgres', 'matrix-exim-relay', 'traefik'] as const

/** Ports of the host container at which this machine reaches the homeservers; the playbook publishes none. */
export const publishedPorts = { synapse: 18008, dendrite: 28008 } as const

const containers: readonly Container[] = [
  {
    name: 'matrix-postgres',
    image: 'localhost/matrix-postgres',
    command: 'postgres -D /var/lib/postgresql/data -c listen_addresses=* -c jit=off -c fsync=off',
    networks: ['matrix-postgres'],
    mounts: ['type=bind,src=/matrix/postgres/data,dst=/var/lib/postgresql/data'],
    options: ['--shm-size=256m', '--tmpfs=/run/postgresql:rw,noexec,nosuid,size=1m,uid=991,gid=991'],
    ready: 'docker exec matrix-postgres pg_isready --quiet --host=127.0.0.1 --username=matrix',
  },
  {
    name: 'matrix-synapse',
    image: 'localhost/matrix-synapse',
    command: 'python3 -m synapse.app.homeserver -c /data/homeserver.yaml',
    networks: ['matrix-homeserver', 'matrix-postgres', 'matrix-exim-relay', 'traefik'],
    mounts: [
      'type=bind,src=/matrix/synapse/config,dst=/data,ro',
      'type=bind,src=/matrix/synapse/storage,dst=/matrix-media-store-parent,bind-propagation=slave',
    ],
    options: [`--publish=${publishedPorts.synapse}:8008`],
    requires: ['matrix-postgres.service'],
  },
  {
    name: 'matrix-dendrite',
    image: 'localhost/matrix-dendrite',
    command: '-config /data/dendrite.yaml -http-bind-address :8008',
    networks: ['matrix-homeserver', 'matrix-postgres', 'traefik'],
    mounts: [
      'type=bind,src=/matrix/dendrite/config,dst=/data,ro',
      'type=bind,src=/matrix/dendrite/storage,dst=/matrix-media-store-parent,bind-propagation=slave',
    ],
    options: [`--publish=${publishedPorts.dendrite}:8008`],
    requires: ['matrix-postgres.service'],
  },
]

/** Unit file names and what is in them. */
export const unitFiles: Record<string, string> = Object.fromEntries(
  containers.map((container) => [`${container.name}.service`, unit(container)]),
)

/** The unit of a container. */
export function unit(container: Container): string {
  const [network, ...moreNetworks] = container.networks
  const requires = ['docker.service', ...(container.requires ?? [])]
  const create = [
    `docker create --rm --name=${container.name} --log-driver=none --user=991:991 --cap-drop=ALL --read-only`,
    `--tmpfs=/tmp:rw,noexec,nosuid,size=500m --network=${network}`,
    ...container.mounts.map((mount) => `--mount ${mount}`),
    ...(container.options ?? []),
    container.image,
    container.command,
  ]
  const remove = `-/usr/bin/env sh -c 'docker rm --force ${container.name} 2>/dev/null || true'`
  return [
    '[Unit]',
    `Description=${container.name}`,
    ...requires.flatMap((name) => [`Requires=${name}`, `After=${name}`]),
    'DefaultDependencies=no',
    '',
    '[Service]',
    'Type=simple',
    'Environment="HOME=/root"',
    `ExecStartPre=${remove}`,
    `ExecStartPre=/usr/bin/env ${create.join(' \\\n  ')}`,
    ...moreNetworks.map((name) => `ExecStartPre=/usr/bin/env docker network connect ${name} ${container.name}`),
    `ExecStart=/usr/bin/env docker start --attach ${container.name}`,
    ...(container.ready
      ? [`ExecStartPost=-/usr/bin/env timeout 60 sh -c 'until ${container.ready}; do sleep 0.2; done'`]
      : []),
    `ExecStop=-/usr/bin/env docker stop --time=10 ${container.name}`,
    `ExecStop=${remove}`,
    'Restart=always',
    'RestartSec=30',
    `SyslogIdentifier=${container.name}`,
    '',
    '[Install]',
    'WantedBy=multi-user.target',
    '',
  ].join('\n')
}
