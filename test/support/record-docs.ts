import type { Recorded } from '../../build/docs/recording.ts'
import { login } from '../lab/matrix-client.ts'
import { poll } from '../lab/poll.ts'
import type { Synapse, SynapseOptions } from '../lab/synapse.ts'
import { registrar } from './cli-in-process.ts'
import { makeDirectory } from './directory.ts'
import { hostFile } from './host-file.ts'
import { localPlan } from './plans.ts'

const password = 'secret-password'

/** What the documentation shows of each operation, in an order in which all of it succeeds; the first makes the admin. */
const commands = [
  'register-user john --admin',
  'register-user mary',
  'show-user mary',
  'lock-user mary',
  'list-users',
  'unlock-user mary',
  'set-password mary',
  'promote-admin mary',
  'demote-admin mary',
  'suspend-user mary',
  'unsuspend-user mary',
  'list-sessions john',
  'logout-user mary',
  'create-access-token mary',
  'add-email mary mary@example.com',
  'set-display-name mary "Mary Poppins"',
  'set-kind mary bot',
  'deactivate-user mary --yes',
  'reactivate-user mary',
  'create-registration-token --token welcome-2026 --uses 5 --expires never',
  'list-registration-tokens',
  'update-registration-token welcome-2026 --uses 10',
  'revoke-registration-token welcome-2026',
  'invite anna --token welcome-anna',
]

/** Synapse notes every five seconds whom it saw. */
const seen = /^@john:.* [\d-]{10} {2}[\d-]{10}$/m

/** The Synapse of the documentation: people can register with a token. */
export const asDocumented: SynapseOptions = { extra: { enable_registration: true, registration_requires_token: true } }

/** Runs them on such a Synapse that has no accounts yet. */
export async function recordDocs(synapse: Synapse): Promise<Recorded[]> {
  const plan = { ...localPlan('synapse', synapse, synapse.python), elementUrl: 'https://element.example.org' }
  const withoutAdmin = makeDirectory({ 'registrar.yml': hostFile(plan) })
  const cwd = makeDirectory({
    'registrar.yml': hostFile({ ...plan, access: { token: { env: 'MATRIX_ADMIN_TOKEN' } } }),
  })
  const env: Record<string, string> = { MATRIX_PASSWORD: password }
  const recorded: Recorded[] = []
  for (const command of commands) {
    const again = () => registrar(wordsOf(command), { cwd, env })
    if (command === 'list-users') await poll(async () => seen.test((await again()).stdout), { what: 'john to be seen' })
    if (command === 'logout-user mary') await login(synapse.url, 'mary', password)
    const { exitCode, stdout, stderr } = await registrar(wordsOf(command), {
      cwd: recorded[0] ? cwd : withoutAdmin,
      env,
    })
    if (exitCode !== 0) throw new Error(`registrar ${command} ended with ${exitCode}: ${stderr}`)
    if (!recorded[0]) env['MATRIX_ADMIN_TOKEN'] = (await login(synapse.url, 'john', password)).accessToken ?? ''
    recorded.push({ command: `registrar ${command}`, output: alike(stdout + stderr) })
  }
  return recorded
}

/** As a shell reads it. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}

/** Without what differs from run to run. */
function alike(output: string): string {
  return output
    .replaceAll('example.org', 'example.com')
    .replace(/\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?/g, (_all, time?: string) =>
      time ? '2026-11-27T09:30:00Z' : '2026-11-27',
    )
    .replace(/ \d\d:\d\d UTC/, ' 09:30 UTC')
    .replace(/syt_\S+/g, 'syt_bWFyeQ_QWERTYUIOPASDFGHJKLZ_12aBcD')
    .replace(/^[A-Z]{10}(?= )/gm, 'QWERTYUIOP')
    .trimEnd()
}
