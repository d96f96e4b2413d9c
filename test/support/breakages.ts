interface Breakage {
  /** Shell commands on the host. */
  before: string
  after: string
}

const paths = {
  synapse: { config: '/matrix/synapse/config/homeserver.yaml', unit: '/etc/systemd/system/matrix-synapse.service' },
  dendrite: { config: '/matrix/dendrite/config/dendrite.yaml', unit: '/etc/systemd/system/matrix-dendrite.service' },
}

/** What can be wrong with a homeserver on its host, and how it is mended. */
export function breakages(kind: 'synapse' | 'dendrite') {
  const { config, unit } = paths[kind]
  const service = `matrix-${kind}.service`
  const stop = `systemctl stop ${service}`
  return {
    stopped: { before: stop, after: `systemctl start ${service}` },
    masked: {
      before: `${stop}; mv ${unit} /root/unit; systemctl mask ${service}`,
      after: `systemctl unmask ${service}; mv /root/unit ${unit}; systemctl daemon-reload; systemctl start ${service}`,
    },
    'not installed': {
      before: `${stop}; mv ${unit} /root/unit; systemctl daemon-reload`,
      after: `mv /root/unit ${unit}; systemctl daemon-reload; systemctl start ${service}`,
    },
    'no shared secret': {
      before: `cp -p ${config} /root/config; sed -i '/registration_shared_secret/d' ${config}`,
      after: `cp -p /root/config ${config}; rm /root/config`,
    },
    'another shared secret': {
      before: `cp -p ${config} /root/config; sed -i 's/\\(registration_shared_secret"\\?: \\)"\\?[^",]*"\\?/\\1"another"/' ${config}`,
      after: `cp -p /root/config ${config}; rm /root/config`,
    },
    'no configuration': { before: `mv ${config} /root/config`, after: `mv /root/config ${config}` },
  } satisfies Record<string, Breakage>
}
