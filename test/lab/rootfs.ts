import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { execa } from 'execa'

import { once } from './cache.ts'
import { installPackages } from './docker.ts'
import { dendriteVersion, installDendrite, synapseVersion } from './install.ts'
import { LabUnavailable } from './lab-unavailable.ts'
import { findPython } from './python.ts'

/** Bump it when a recipe below changes. */
const recipe = 1

export interface Rootfs {
  /** Debian with systemd, sshd, sudo, Python and a Docker engine of its own. */
  host: string
  /** Debian with Synapse on its Python, and with PostgreSQL. */
  synapse: string
  /** busybox and Dendrite: no Python, no curl. */
  dendrite: string
  /** Names these archives: another recipe, another name. */
  name: string
}

const packages = [
  ...['systemd', 'systemd-sysv', 'dbus', 'openssh-server', 'sudo', 'procps', 'python3', 'ca-certificates'],
  ...['docker.io', 'iptables', 'postgresql', 'python3-psycopg2', 'busybox-static'],
]

/** Root file systems as tar archives, made by debootstrap and pip: no image registry is asked. */
export const installRootfs = async (): Promise<Rootfs> => {
  const name = `rootfs-${recipe}-synapse-${synapseVersion}-dendrite-${dendriteVersion}`
  const dir = await once(name, build)
  const archive = (image: string) => join(dir, `${image}.tar`)
  return { name, host: archive('host'), synapse: archive('synapse'), dendrite: archive('dendrite') }
}

const build = async (dir: string): Promise<void> => {
  if (process.getuid?.() !== 0) throw new LabUnavailable('only root can run debootstrap')
  await installPackages({ debootstrap: 'debootstrap' })
  const root = join(dir, 'root')
  await execa('debootstrap', ['--variant=minbase', `--include=${packages.join(',')}`, 'bookworm', root])
  await execa('chroot', [root, 'sh', '-euc', prepare])
  await archive(root, join(dir, 'host.tar'), [...ballast, ...onlyContainers])
  await addSynapse(root)
  await archive(root, join(dir, 'synapse.tar'), [...ballast, ...onlyHost])
  await makeDendriteRoot(root, join(dir, 'dendrite'))
  await archive(join(dir, 'dendrite'), join(dir, 'dendrite.tar'), [])
  await Promise.all(['root', 'dendrite'].map((name) => rm(join(dir, name), { recursive: true })))
}

/** The user that owns /matrix, as the playbook makes it, and the people who log in. */
const prepare = `
groupadd --gid 991 matrix
useradd --uid 991 --gid 991 --no-create-home --home-dir /matrix --shell /usr/sbin/nologin matrix
for user in deploy deploypw nosudo; do useradd --create-home --shell /bin/bash "$user"; done
echo 'deploy ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/deploy
echo 'deploypw ALL=(ALL) ALL' > /etc/sudoers.d/deploypw
chmod 440 /etc/sudoers.d/*
systemctl mask getty@tty1.service console-getty.service apt-daily.timer apt-daily-upgrade.timer
rm -rf /etc/systemd/system/multi-user.target.wants/postgresql.service /etc/postgresql
`

const ballast = [
  ...['./var/cache/*', './var/lib/apt/lists/*', './usr/share/doc', './usr/share/man', './usr/share/locale'],
  ...['./usr/lib/*/libLLVM*', './usr/lib/llvm*', './usr/lib/*/libz3*', './var/lib/postgresql/*'],
]

const onlyContainers = ['./usr/lib/postgresql', './usr/share/postgresql*', './lib/systemd/system/postgresql*']

const onlyHost = [
  ...['./usr/bin/docker*', './usr/sbin/docker*', './usr/bin/containerd*', './usr/sbin/runc', './usr/bin/ctr'],
  ...['./usr/sbin/dnet', './usr/bin/dnet', './usr/bin/ovrouter', './usr/bin/sudo', './usr/sbin/sshd'],
]

const archive = (root: string, path: string, excludes: readonly string[]) =>
  execa('tar', ['-C', root, ...excludes.map((pattern) => `--exclude=${pattern}`), '-cf', path, '.'])

/** Installs for the Python of the root file system (Debian 12: 3.11), whichever Python runs pip. */
const addSynapse = async (root: string): Promise<void> => {
  const machine = process.arch === 'arm64' ? 'aarch64' : 'x86_64'
  const platforms = ['manylinux_2_17', 'manylinux2014', 'manylinux_2_28', 'manylinux_2_34'].map(
    (tag) => `${tag}_${machine}`,
  )
  const target = join(root, 'usr/local/lib/python3.11/dist-packages')
  const python = await findPython()
  await execa(python.path, [
    ...['-m', 'pip', 'install', '--quiet', '--target', target, '--only-binary=:all:', '--python-version', '3.11'],
    ...platforms.flatMap((platform) => ['--platform', platform]),
    `matrix-synapse==${synapseVersion}`,
  ])
  await rm(join(target, 'bin'), { recursive: true })
  for (const command of ['register_new_matrix_user', 'hash_password']) {
    const script = `#!/usr/bin/python3\nfrom synapse._scripts.${command} import main\n\nmain()\n`
    await writeFile(join(root, 'usr/local/bin', command), script, { mode: 0o755 })
  }
}

const makeDendriteRoot = async (debian: string, root: string): Promise<void> => {
  const bin = join(await installDendrite(), 'bin')
  const directories = ['bin', 'usr/bin', 'etc', 'tmp', 'data', 'var', 'proc', 'sys', 'dev']
  await Promise.all(directories.map((name) => mkdir(join(root, name), { recursive: true })))
  await cp(join(debian, 'bin/busybox'), join(root, 'bin/busybox'))
  await execa('chroot', [root, '/bin/busybox', '--install', '-s', '/bin'])
  for (const command of ['dendrite', 'create-account']) await cp(join(bin, command), join(root, 'usr/bin', command))
  await writeFile(join(root, 'etc/passwd'), 'root:x:0:0:root:/:/bin/sh\n')
}
