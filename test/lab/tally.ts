import { appendFileSync } from 'node:fs'
import { env } from 'node:process'

/** Where each thing counted gets a line; test/runner/measured-environment.mjs gives each test file its own. */
export const tallyFile = 'REGISTRAR_TALLY'

/** What takes time: a run of ansible-playbook, a server that was started, a run of the built program, of the host command. */
export type Counted = 'play' | 'server' | 'program' | 'host command'

/** Counts it for the table at the end of a run. */
export function count(what: Counted, times = 1): void {
  const path = env[tallyFile]
  if (path !== undefined) appendFileSync(path, `${what}\n`.repeat(times))
}
