import { existsSync } from 'node:fs'
import type { Homeserver } from '../../generator/plan/host-plan.ts'
import type { LabHost } from '../lab/host.ts'
import { login } from '../lab/matrix-client.ts'
import { commandLinesWith } from './command-lines.ts'
import { inParallel } from './in-parallel.ts'
import { homeserverUrl } from './lab-workspace.ts'
import { expectedFate, ordinary, random } from './passwords.ts'

export interface Account {
  username: string
  password: string
}

export interface Registered extends Account {
  /** `created`, or why it was refused. */
  fate: string
}

/** What a person could type, and some that nobody would: these go one by one. */
export const oneByOne = [...ordinary, ...random.slice(0, 25)]

/** The rest, and each once more with a beginning that makes it long enough for every server. */
export const inBulk = [...random.slice(25), ...[...ordinary, ...random].map((password) => `pw-12345-${password}`)]

/** Each logs in with exactly what was typed, or was refused with the reason that the rules give; answers with how many of each. */
export async function expectExact(registered: Registered[], homeserver: Homeserver, host: LabHost): Promise<string> {
  const wrong = await inParallel(registered, 8, (account) => whatIsWrong(account, homeserver, host))
  expect(wrong.filter(Boolean)).toEqual([])
  return tally(registered.map(({ fate }) => fate))
}

/** What a password's fate or its login contradicts, or nothing. */
async function whatIsWrong(
  { username, password, fate }: Registered,
  homeserver: Homeserver,
  host: LabHost,
): Promise<object | undefined> {
  const expected = expectedFate(password, homeserver)
  const { status } = await login(homeserverUrl(host, homeserver), username, password)
  const right = fate === expected && (status === 200) === (fate === 'created')
  return right ? undefined : { username, password, fate, expected, status }
}

function tally(values: string[]): string {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => `${count} ${value}`).join(', ')
}

export interface Traces {
  commandLines: string[][]
  /** What was printed. */
  outputs: string[]
  /** What stands in files that were left here. */
  left?: string
}

/** No password, nor a secret of the host, is in what was left behind here and there; and none was run as a command. */
export async function expectUnseen(
  passwords: string[],
  host: LabHost,
  { commandLines, outputs, left = '' }: Traces,
): Promise<void> {
  const secrets = [
    ...new Set(passwords.filter((password) => Buffer.byteLength(password) > 5 && !tooCommon.test(password))),
  ]
  const stored = [host.synapseSharedSecret, host.dendriteSharedSecret, host.databasePassword]
  expect(commandLinesWith([...secrets, ...stored], commandLines)).toEqual([])
  const journal = await host.journal()
  const places = { output: outputs.join('\n'), 'files left here': left, 'the journal': journal }
  for (const [where, text] of Object.entries(places))
    expect({ where, found: found([...secrets, ...stored], text) }).toEqual({ where, found: [] })
  expect(found(secrets, await host.shell(newFiles))).toEqual([])
  expect(existsSync('/tmp/PWN')).toBe(false)
  expect(
    await host.shell('for root in / /proc/[0-9]*/root/; do if [ -e $root/tmp/PWN ]; then echo $root; fi; done'),
  ).toBe('')
}

/** Words of the fixture that stand in command lines by themselves. */
const tooCommon = /^(--help|plain|pw admin=yes|p admin=no|x username=\w+|secret-password)$/

function found(secrets: string[], text: string): string[] {
  return secrets.filter((secret) => text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1)))
}

/** What was written on the host since its homeservers were set up. */
const newFiles =
  'find /root /tmp /var/tmp /home /matrix/registrar -type f -newer /matrix/synapse/config/homeserver.yaml -exec cat {} + 2>/dev/null || true'
