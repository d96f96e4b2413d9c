import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { execa } from 'execa'

import { docker } from './docker.ts'
import { writeHostFiles, type HomeserverOptions, type HostSecrets } from './host-files.ts'
import type { Rootfs } from './rootfs.ts'
import { networks } from './units.ts'

/** Of `deploypw`, whose sudo asks for it. */
export const sudoPassword = 'sudo secret'

interface HostToSetUp extends HomeserverOptions {
  rootfs: Rootfs
  /** The host container. */
  id: string
  publicKeyPath: string
}

/** Brings a fresh host to where the playbook leaves one: images, networks, files, units, all started. */
export const setUpHost = async ({ rootfs, id, publicKeyPath, ...options }: HostToSetUp): Promise<HostSecrets> => {
  const [secrets] = await Promise.all([
    copyHostFiles(id, options),
    importImage(id, 'matrix-synapse', rootfs.synapse, [`ENV PATH=${path}`]),
    importImage(id, 'matrix-dendrite', rootfs.dendrite, ['ENTRYPOINT ["/usr/bin/dendrite"]']),
  ])
  const key = (await readFile(publicKeyPath, 'utf8')).trim()
  try {
    await docker(['exec', '--interactive', id, 'sh', '-eu'], { input: setUp(key) })
  } catch (error) {
    const journal = await docker(['exec', id, 'journalctl', '--no-pager', '--unit=matrix-*', '--lines=40'], {
      reject: false,
    })
    throw new Error(`the host could not be set up:\n${journal}`, { cause: error })
  }
  return secrets
}

/** Past Debian's wrappers around psql and the rest, which look for clusters of their own. */
const path = '/usr/local/sbin:/usr/local/bin:/usr/lib/postgresql/15/bin:/usr/sbin:/usr/bin:/sbin:/bin'

const importImage = (id: string, name: string, archive: string, changes: readonly string[]) => {
  const options = changes.flatMap((change) => ['--change', change])
  return docker(['exec', '--interactive', id, 'docker', 'import', ...options, '-', `localhost/${name}`], {
    inputFile: archive,
  })
}

const copyHostFiles = async (id: string, options: HomeserverOptions): Promise<HostSecrets> => {
  const staging = await mkdtemp(join(tmpdir(), 'registrar-host-'))
  try {
    const secrets = await writeHostFiles(staging, options)
    const archive = join(staging, 'files.tar')
    await execa('tar', ['-C', staging, '-cf', archive, 'etc', 'matrix'])
    await docker(['exec', '--interactive', id, 'tar', '-x', '-C', '/', '--no-same-owner', '--no-overwrite-dir'], {
      inputFile: archive,
    })
    return secrets
  } finally {
    await rm(staging, { recursive: true })
  }
}

const setUp = (publicKey: string): string => `
exec >&2
for home in /root /home/*; do
  user=$(basename "$home")
  install -d -m 700 -o "$user" -g "$user" "$home/.ssh"
  echo '${publicKey}' > "$home/.ssh/authorized_keys"
  chown "$user:$user" "$home/.ssh/authorized_keys"
done
echo 'deploypw:${sudoPassword}' | chpasswd

chown -R matrix:matrix /matrix
chmod -R o= /matrix
docker tag localhost/matrix-synapse localhost/matrix-postgres
for network in ${networks.join(' ')}; do docker network create "$network"; done

data=/matrix/postgres/data
docker run --rm --user=991:991 --mount type=bind,src=$data,dst=/var/lib/postgresql/data localhost/matrix-postgres \\
  initdb --no-sync --username=matrix --encoding=UTF8 --locale=C --auth-local=trust --auth-host=scram-sha-256 /var/lib/postgresql/data
echo 'host all all all scram-sha-256' >> $data/pg_hba.conf

systemctl daemon-reload
systemctl enable --now matrix-postgres.service
docker exec -i matrix-postgres psql --quiet --set=ON_ERROR_STOP=1 -U matrix -d postgres < /matrix/postgres/setup.sql
rm /matrix/postgres/setup.sql
systemctl enable --now matrix-synapse.service matrix-dendrite.service
`
