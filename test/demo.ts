import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import process, { argv, env, execPath, exit } from 'node:process'
import { execa } from 'execa'
import { parseDocument } from 'yaml'
import { installAnsible, installJust, installSynapse, synapseVersion } from './lab/install.ts'
import { cacheDir } from './lab/cache.ts'
import { isAdmin, login, logout, whoami } from './lab/matrix-client.ts'
import { startSynapse, type Synapse } from './lab/synapse.ts'
import { stopwatch } from './support/stopwatch.ts'

const root = dirname(import.meta.dirname)
const keep = argv.includes('--keep')
const say = stopwatch()
const cleanups: (() => Promise<void>)[] = []

async function main(): Promise<void> {
  say(`Installing Synapse ${synapseVersion}, Ansible and just into ${cacheDir} (some minutes, the first time)`)
  const [just, ansible] = await Promise.all([installJust(), installAnsible('newest'), installSynapse()])

  say('Starting a homeserver: Synapse with SQLite')
  const synapse = await startSynapse({ survives: keep, bcryptRounds: 'default' })
  cleanups.push(() => synapse.stop())

  const workspace = await mkdtemp(join(tmpdir(), 'registrar-demo-'))
  cleanups.push(() => rm(workspace, { recursive: true, force: true }))
  const path = [dirname(just), ansible, env['PATH']].join(delimiter)
  await writeFile(join(workspace, 'registrar.yml'), await hostFile(synapse))
  say(`Writing ${workspace}/registrar.yml after inventory-examples/native-local`)

  say('$ registrar generate')
  await show(execPath, [join(root, 'dist/registrar.js'), 'generate'], workspace, path)
  say('$ just register-user john secret-password yes')
  await show('just', ['register-user', 'john', 'secret-password', 'yes'], workspace, path)

  say(`Logging in as john at ${synapse.url}`)
  await logInAsJohn(synapse)
  say(keep ? 'Done; the homeserver and the workspace stay' : 'Done')
  console.log(nextSteps(synapse, workspace, dirname(just), ansible))
}

/** The example's host file, with the place of this homeserver. */
async function hostFile({ domain, python, configPath, url }: Synapse): Promise<string> {
  const file = parseDocument(await readFile(join(root, 'inventory-examples/native-local/registrar.yml'), 'utf8'))
  file.commentBefore = ` yaml-language-server: $schema=${root}/schemas/host.schema.json`
  file.set('domain', domain)
  file.set('host', `matrix.${domain}`)
  file.setIn(['deployment', 'python'], python)
  file.setIn(['deployment', 'config'], [configPath])
  file.setIn(['deployment', 'address'], url)
  return String(file)
}

async function show(command: string, words: string[], cwd: string, path: string): Promise<void> {
  await execa(command, words, {
    cwd,
    env: { PATH: path, NODE_OPTIONS: '' },
    stdin: 'ignore',
    stdout: 'inherit',
    stderr: 'inherit',
  })
}

async function logInAsJohn({ url }: Synapse): Promise<void> {
  const { accessToken, deviceId } = await login(url, 'john', 'secret-password')
  if (!accessToken) throw new Error('john could not log in')
  const userId = await whoami(url, accessToken)
  const admin = await isAdmin(url, accessToken, userId)
  await logout(url, accessToken)
  console.log(`\n  ${userId}, in a session of his own (${deviceId}), ${admin ? 'is' : 'is NOT'} a server admin.\n`)
  if (!admin) throw new Error('john should be an admin')
}

function nextSteps(synapse: Synapse, workspace: string, just: string, ansible: string): string {
  if (!keep) {
    return [
      '\nTry next:',
      '  npm run demo -- --keep    leaves the homeserver and the workspace up, to play with',
      '  npm test                  every outcome, on real servers',
      '  README.md                 "The first hour", on your own server',
    ].join('\n')
  }
  return [
    '\nTry next:',
    `  cd ${workspace}`,
    `  export PATH=${just}:${ansible}:$PATH`,
    '',
    '  just register-user alice                         asks for a password',
    '  just register-user-generated bob yes             makes one, in a file that only you can read',
    "  ansible-playbook -i inventory/hosts setup.yml --extra-vars='username=carol password=secret-password admin=no' --tags=register-user",
    '',
    `Log in with any Matrix client at ${synapse.url}. When you have seen enough:`,
    `  kill ${synapse.pid}; rm -r ${workspace} ${synapse.dir}`,
  ].join('\n')
}

let cleaning: Promise<void> | undefined

/** Once: a Ctrl-C while this is under way waits for it. */
function cleanUp(): Promise<void> {
  return (cleaning ??= (async () => {
    for (const cleanup of cleanups.reverse()) await cleanup()
  })())
}

let isStopped = false

// npm passes a Ctrl-C on that has already reached everyone here: the second one must not cut the cleaning short.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.on(signal, () => {
    if (isStopped) return
    isStopped = true
    console.error('\nStopped; cleaning up')
    void cleanUp().finally(() => exit(code))
  })
}

try {
  await main()
  if (!keep) await cleanUp()
} catch (error) {
  if (!isStopped) {
    await cleanUp()
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
