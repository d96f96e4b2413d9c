import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env } from 'node:process'

import { type Dendrite, startDendrite } from './dendrite.ts'
import type { Homeserver } from './homeserver.ts'
import { isReady, poll } from './poll.ts'
import { startSynapse, type Synapse } from './synapse.ts'

/** Set where a test may use the servers that `npm run lab -- up` keeps; a whole run starts its own. */
export const usesKept = 'REGISTRAR_LAB_KEPT'

const stateFile = join(import.meta.dirname, '../../node_modules/.cache/matrix-registrar/lab.json')

type Facts<Server extends Homeserver> = Omit<Server, 'halt' | 'resume' | 'stop'>

interface Kept {
  synapse?: Facts<Synapse>
  dendrite?: Facts<Dendrite>
}

/** A Synapse as `startSynapse` makes it: the one that is kept, where others have accounts too, or one of its own. */
export const anySynapse = async (): Promise<Synapse> => (await attach((kept) => kept.synapse)) ?? startSynapse()

/** A Dendrite, in the same way. */
export const anyDendrite = async (): Promise<Dendrite> => (await attach((kept) => kept.dendrite)) ?? startDendrite()

/** Starts what is not up. */
export const up = async (): Promise<string[]> => {
  const kept = await read()
  const started: Kept = {
    synapse: (await alive(kept.synapse)) ?? factsOf(await startSynapse({ survives: true })),
    dendrite: (await alive(kept.dendrite)) ?? factsOf(await startDendrite({ survives: true })),
  }
  await mkdir(dirname(stateFile), { recursive: true })
  await writeFile(stateFile, JSON.stringify(started), { mode: 0o600 })
  return status()
}

/** Ends them and removes their files. */
export const down = async (): Promise<string[]> => {
  for (const facts of Object.values(await read())) {
    const server: Facts<Homeserver> | undefined = facts
    if (server) await end(server)
  }
  await rm(stateFile, { force: true })
  return status()
}

/** A line for each. */
export const status = async (): Promise<string[]> => {
  const kept = await read()
  const tell = async (name: keyof Kept) => {
    const facts = await alive<Homeserver>(kept[name])
    return `${name.padEnd(8)}  ${facts ? `${facts.url}, process ${facts.pid}, files in ${facts.dir}` : 'not up'}`
  }
  return Promise.all((['synapse', 'dendrite'] as const).map(tell))
}

const attach = async <Server extends Homeserver>(find: (kept: Kept) => Facts<Server> | undefined) => {
  if (env[usesKept] !== '1') return undefined
  const facts = await alive(find(await read()))
  return facts && { ...facts, halt: own, resume: own, stop: async () => {} }
}

const own = (): never => {
  throw new Error('This server is shared: a test that stops its server starts one of its own.')
}

const read = async (): Promise<Kept> =>
  existsSync(stateFile) ? (JSON.parse(await readFile(stateFile, 'utf8')) as Kept) : {}

const factsOf = <Server extends Homeserver>({ halt: _, resume: __, stop: ___, ...facts }: Server) => facts

/** The server, if its process is still there (no other has its number), once it answers. */
const alive = async <Server extends Homeserver>(facts: Facts<Server> | undefined) => {
  if (!facts || !(await isOurs(facts))) return undefined
  await poll(() => isReady(facts.url), { what: `the homeserver at ${facts.url}` })
  return facts
}

const isOurs = async ({ pid, configPath }: Pick<Homeserver, 'pid' | 'configPath'>): Promise<boolean> =>
  (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0').includes(configPath)

const end = async (facts: Facts<Homeserver>): Promise<void> => {
  if (await isOurs(facts)) process.kill(facts.pid, 'SIGTERM')
  await poll(async () => !(await isOurs(facts)), { what: `the end of process ${facts.pid}` })
  await rm(facts.dir, { recursive: true, force: true })
}
