import { existsSync } from 'node:fs'
import type { LabHost } from '../lab/host.ts'
import { login } from '../lab/matrix-client.ts'
import { commandLinesWith } from './command-lines.ts'
import { evaluated, mark } from './hostile-passwords.ts'
import { inParallel } from './in-parallel.ts'
import { homeserverUrl } from './lab-workspace.ts'
import { expectedFate } from './passwords.ts'
import { storedOtherwise } from './stored-passwords.ts'

export interface Account {
  username: string
  password: string
}

export interface Registered extends Account {
  /** `created`, or why it was refused. */
  fate: string
}

type Kind = 'synapse' | 'dendrite'

/** Each was registered, or refused with the reason that the rules give; who was registered logs in with what was typed. */
export async function expectExact(registered: Registered[], kind: Kind, host: LabHost): Promise<void> {
  expectFates(registered, kind)
  const statuses = await inParallel(registered, 4, async ({ username, password, fate }) => {
    const { status } = await login(homeserverUrl(host, kind), username, password)
    return { username, password, logsIn: status === 200, fate }
  })
  expect(statuses.filter(({ logsIn, fate }) => logsIn !== (fate === 'created'))).toEqual([])
}

/** The same of many: the homeserver's database shows which passwords it has. */
export async function expectExactInBulk(registered: Registered[], kind: Kind, host: LabHost): Promise<void> {
  expectFates(registered, kind)
  const isCreated = (account: Registered) => account.fate === 'created'
  expect(await storedOtherwise(registered.filter(isCreated), kind, host)).toEqual([])
  const refused = registered.filter((account) => !isCreated(account))
  expect(await storedOtherwise(refused, kind, host)).toEqual(refused)
}

function expectFates(registered: Registered[], kind: Kind): void {
  const wrong = registered.filter(({ password, fate }) => fate !== expectedFate(password, kind))
  expect(wrong).toEqual([])
}

interface Traces {
  commandLines: string[][]
  /** What was printed. */
  outputs: string[]
  /** What stands in files that were left here. */
  left?: string
  /** Besides every password with the mark of this run. */
  secrets?: string[]
}

/** No password, nor a secret of the host, is in what was left behind here and there; and none was run as a command. */
export async function expectUnseen(
  host: LabHost,
  { commandLines, outputs, left = '', secrets = [] }: Traces,
): Promise<void> {
  const given = [mark, ...secrets]
  const all = [...given, host.synapseSharedSecret, host.dendriteSharedSecret, host.databasePassword]
  expect(commandLinesWith(all, commandLines)).toEqual([])
  const places = { output: outputs.join('\n'), 'files left here': left, 'the journal': await host.journal() }
  for (const [where, text] of Object.entries(places))
    expect({ where, found: found(all, text) }).toEqual({ where, found: [] })
  expect(found(given, await host.shell(newFiles))).toEqual([])
  expect(existsSync(evaluated)).toBe(false)
  expect(
    await host.shell(`for root in / /proc/[0-9]*/root/; do if [ -e $root${evaluated} ]; then echo $root; fi; done`),
  ).toBe('')
}

/** The lines in which a secret stands. */
function found(secrets: string[], text: string): string[] {
  return text.split('\n').filter((line) => secrets.some((secret) => line.includes(secret)))
}

/** What was written on the host since its homeservers were set up. */
const newFiles =
  'find /root /tmp /var/tmp /home /matrix/registrar -type f -newer /matrix/synapse/config/homeserver.yaml -exec cat {} + 2>/dev/null || true'
