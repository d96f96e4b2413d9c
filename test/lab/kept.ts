import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env } from 'node:process'

import { type Dendrite, startDendrite } from './dendrite.ts'
import { docker, releaseDocker } from './docker.ts'
import type { Homeserver } from './homeserver.ts'
import { attachHost, type HostFacts, type LabHost, startHost } from './host.ts'
import { isReady, poll } from './poll.ts'
import { startSynapse, type Synapse } from './synapse.ts'

/** Set where a test may use the servers that `npm run lab -- up` keeps; a whole run starts its own. */
export const usesKept = 'REGISTRAR_LAB_KEPT'

const stateFile = join(import.meta.dirname, '../../node_modules/.cache/matrix-registrar/lab.json')

/** One server that is kept: how it is started, found again, shown and ended. */
interface Ways<Facts> {
  start(): Promise<Facts>
  isUp(facts: Facts): Promise<boolean>
  ready(facts: Facts): Promise<unknown>
  show(facts: Facts): string
  end(facts: Facts): Promise<void>
}

type Facts<Server extends Homeserver> = Omit<Server, 'halt' | 'resume' | 'stop'>

const synapse = keeper('synapse', homeserver<Synapse>(startSynapse))
const dendrite = keeper('dendrite', homeserver<Dendrite>(startDendrite))
const host = keeper<HostFacts>('host', {
  start: () => startHost({ survives: true }),
  isUp: ({ containerId }) => isRunning(containerId),
  ready: (facts) => attachHost(facts).ready(),
  show: (facts) => `ssh ${attachHost(facts).sshArgs.join(' ')}`,
  end: async ({ containerId, keyFile }) => {
    await releaseDocker(containerId)
    await rm(dirname(keyFile), { recursive: true, force: true })
  },
})

const servers = { synapse, dendrite, host }

type Name = keyof typeof servers

/** A Synapse as `startSynapse` makes it: the one that is kept, where others have accounts too, or one of its own. */
export const anySynapse = async (): Promise<Synapse> => shared(await usable(synapse)) ?? startSynapse()

/** A host, in the same way; who stops a service of it starts it again. */
export const anyHost = async (): Promise<LabHost> => {
  const facts = await usable(host)
  return facts ? attachHost(facts) : startHost()
}

/** Starts what is not up: the two homeservers, or what the words name. */
export const up = async (words: string[]): Promise<string[]> => {
  for (const name of chosen(words, ['synapse', 'dendrite'])) await servers[name].up()
  return status([])
}

/** Ends all of them, or those that the words name, and removes their files. */
export const down = async (words: string[]): Promise<string[]> => {
  for (const name of chosen(words)) await servers[name].down()
  return status([])
}

/** A line for each. */
export const status = (words: string[]): Promise<string[]> =>
  Promise.all(chosen(words).map((name) => servers[name].line()))

function chosen(words: string[], usual = Object.keys(servers) as Name[]): Name[] {
  const unknown = words.filter((word) => !(word in servers))
  if (unknown.length > 0)
    throw new Error(`The lab has no ${unknown.join(', ')}, only ${Object.keys(servers).join(', ')}.`)
  return words.length === 0 ? usual : (words as Name[])
}

function keeper<Facts>(name: string, { start, isUp, ready, show, end }: Ways<Facts>) {
  const factsIn = (kept: Record<string, unknown>) => kept[name] as Facts | undefined
  const alive = async () => {
    const facts = factsIn(await read())
    if (!facts || !(await isUp(facts))) return undefined
    await ready(facts)
    return facts
  }
  return {
    alive,
    up: async () => {
      const facts = (await alive()) ?? (await start())
      await write({ ...(await read()), [name]: facts })
    },
    down: async () => {
      const kept = await read()
      const { [name]: _, ...others } = kept
      const facts = factsIn(kept)
      if (facts) await end(facts)
      await write(others)
    },
    line: async () => {
      const facts = await alive()
      return `${name.padEnd(8)}  ${facts ? show(facts) : 'not up'}`
    },
  }
}

/** What a test may use of it. */
const usable = async <Facts>({ alive }: { alive: () => Promise<Facts | undefined> }) =>
  env[usesKept] === '1' ? alive() : undefined

function homeserver<Server extends Homeserver>(
  start: (options: { survives: true }) => Promise<Server>,
): Ways<Facts<Server>> {
  return {
    start: async () => {
      const { halt: _, resume: __, stop: ___, ...facts } = await start({ survives: true })
      return facts
    },
    isUp: isOurs,
    ready: ({ url }) => poll(() => isReady(url), { what: `the homeserver at ${url}` }),
    show: ({ url, pid, dir }) => `${url}, process ${pid}, files in ${dir}`,
    end: async (facts) => {
      if (await isOurs(facts)) process.kill(facts.pid, 'SIGTERM')
      await poll(async () => !(await isOurs(facts)), { what: `the end of process ${facts.pid}` })
      await rm(facts.dir, { recursive: true, force: true })
    },
  }
}

const shared = <Server extends Homeserver>(facts: Facts<Server> | undefined) =>
  facts && { ...facts, halt: own, resume: own, stop: async () => {} }

const own = (): never => {
  throw new Error('This server is shared: a test that stops its server starts one of its own.')
}

async function read(): Promise<Record<string, unknown>> {
  return existsSync(stateFile) ? (JSON.parse(await readFile(stateFile, 'utf8')) as Record<string, unknown>) : {}
}

async function write(kept: Record<string, unknown>): Promise<void> {
  await mkdir(dirname(stateFile), { recursive: true })
  await writeFile(stateFile, JSON.stringify(kept), { mode: 0o600 })
}

/** Is its process still there? No other has its number then. */
async function isOurs({ pid, configPath }: Pick<Homeserver, 'pid' | 'configPath'>): Promise<boolean> {
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0').includes(configPath)
}

async function isRunning(container: string): Promise<boolean> {
  const words = ['container', 'inspect', '--format', '{{.State.Running}}', container]
  return (await docker(words, { reject: false })) === 'true'
}
