import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { execa } from 'execa'

import { cacheDir } from './cache.ts'
import { aptInstall } from './docker.ts'
import { freePort } from './free-port.ts'
import { LabUnavailable } from './lab-unavailable.ts'
import { lock } from './lock.ts'
import { poll } from './poll.ts'
import { startProcess, tail } from './process.ts'

export interface Database {
  host: string
  port: number
  /** A superuser. */
  user: string
  password: string
  name: string
  /** All of that as a connection string. */
  url: string
}

export interface Postgres extends Omit<Database, 'name' | 'url'> {
  /** The directory with psql and the rest, past Debian's wrappers. */
  bin: string
  createDatabase(name: string): Promise<Database>
  /** Runs SQL and answers with psql's unaligned output, `|` between columns. */
  query(database: string, sql: string): Promise<string>
  /** Ends it, whoever is still connected, and removes its data. */
  stop(): Promise<void>
}

/** A PostgreSQL of its own on 127.0.0.1, with a password, not made to survive anything; ready when this answers. */
export const startPostgres = async (): Promise<Postgres> => {
  const bin = await installPostgres()
  const dir = await mkdtemp(join(tmpdir(), 'registrar-postgres-'))
  const removeFiles = () => rmSync(dir, { recursive: true, force: true })
  process.once('exit', removeFiles)
  const access = { host: '127.0.0.1', port: await freePort(), user: 'lab', password: randomBytes(12).toString('hex') }
  const data = await initialize(bin, dir, access)

  const outputPath = join(dir, 'output.log')
  const server = startProcess({
    command: unprivileged(join(bin, 'postgres'), settings(data, dir, access)),
    cwd: dir,
    outputPath,
    endSignal: 'SIGINT', // a fast shutdown: SIGTERM would wait for every client
  })
  const run = async (command: string, words: readonly string[]): Promise<string> => {
    const env = { PGHOST: access.host, PGPORT: `${access.port}`, PGUSER: access.user, PGPASSWORD: access.password }
    return (await execa(join(bin, command), words, { env })).stdout
  }
  const stop = async () => {
    await server.stop()
    process.off('exit', removeFiles)
    await rm(dir, { recursive: true, force: true })
  }
  try {
    await poll(async () => !server.isRunning() || (await run('pg_isready', ['--quiet'])) === '', { what: 'PostgreSQL' })
    if (!server.isRunning()) throw new Error('PostgreSQL ended')
  } catch (error) {
    const log = await tail(outputPath)
    await stop()
    throw new Error(`PostgreSQL did not start:\n${log}`, { cause: error })
  }
  return {
    ...access,
    bin,
    createDatabase: async (name) => {
      await run('createdb', [name])
      const { user, password, host, port } = access
      return { ...access, name, url: `postgresql://${user}:${password}@${host}:${port}/${name}?sslmode=disable` }
    },
    query: (database, sql) =>
      run('psql', ['-XAtq', '--set=ON_ERROR_STOP=1', `--dbname=${database}`, `--command=${sql}`]),
    stop,
  }
}

/** The directory of PostgreSQL's programs: this machine's newest, or Debian's package. */
export const installPostgres = async (): Promise<string> => {
  const release = await lock(join(cacheDir, 'postgres.lock'))
  try {
    return findPostgres() ?? (await installFromDebian())
  } finally {
    await release()
  }
}

const debian = '/usr/lib/postgresql'

const findPostgres = (): string | undefined => {
  const directories = [
    ...versions().map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ]
  return directories.find((dir) => list(dir).includes('initdb'))
}

const versions = (): string[] => list(debian).sort((a, b) => Number(b) - Number(a))

const list = (dir: string): string[] => {
  try {
    return readdirSync(dir)
  } catch {
    return []
  }
}

/** Debian would start a server at once; this file keeps it from that (pg_createcluster(8)). */
const noCluster = '/etc/postgresql-common/createcluster.d/lab.conf'

const installFromDebian = async (): Promise<string> => {
  if (!isRoot) throw new LabUnavailable('missing here: postgresql')
  await mkdir(join(noCluster, '..'), { recursive: true })
  await writeFile(noCluster, 'create_main_cluster = false\n')
  try {
    await aptInstall(['postgresql'])
  } finally {
    await rm(noCluster)
  }
  const bin = findPostgres()
  if (!bin) throw new LabUnavailable('the package postgresql brought no initdb')
  return bin
}

const isRoot = process.getuid?.() === 0

/** PostgreSQL refuses to run as root: then as the user that its package made. */
const unprivileged = (program: string, words: readonly string[]): [string, ...string[]] =>
  isRoot
    ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', program, ...words]
    : [program, ...words]

/** Makes the data directory, owned by whom it runs as; answers with its path. */
const initialize = async (
  bin: string,
  dir: string,
  { user, password }: Pick<Database, 'user' | 'password'>,
): Promise<string> => {
  const data = join(dir, 'data')
  const passwordPath = join(dir, 'password')
  await writeFile(passwordPath, password, { mode: 0o600 })
  if (isRoot) await giveToPostgres([dir, passwordPath])
  const options = ['--no-sync', '--encoding=UTF8', '--locale=C', '--auth=scram-sha-256']
  const [file, ...words] = unprivileged(join(bin, 'initdb'), [
    ...options,
    `--username=${user}`,
    `--pwfile=${passwordPath}`,
    data,
  ])
  await execa(file, words)
  await rm(passwordPath)
  return data
}

const giveToPostgres = async (paths: readonly string[]): Promise<void> => {
  const id = async (option: string) => Number((await execa('id', [option, 'postgres'])).stdout)
  const [uid, gid] = [await id('-u'), await id('-g')]
  await Promise.all(paths.map((path) => chown(path, uid, gid)))
}

const settings = (data: string, socketDir: string, { host, port }: Pick<Database, 'host' | 'port'>): string[] => {
  const settings = [
    ...[`listen_addresses=${host}`, `port=${port}`, `unix_socket_directories=${socketDir}`],
    ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'jit=off', 'max_connections=200'],
  ]
  return ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]
}
