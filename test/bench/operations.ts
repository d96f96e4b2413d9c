import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { execa } from 'execa'
import { startHost } from '../lab/host.ts'
import { login } from '../lab/matrix-client.ts'
import { hostFile } from '../support/host-file.ts'
import { labEnvironment, labPlan } from '../support/lab-workspace.ts'
import { writeSshConfig } from '../support/surfaces.ts'
import { makeWorkspace, runJust } from '../support/workspace.ts'
import { fillAccounts, listByHand, overSsh, promoteByHand } from './by-hand.ts'
import { alternate, type Measurement } from './measurement.ts'
import { peakMemory } from './memory.ts'

const rounds = 7
const listed = 10_000
const program = join(import.meta.dirname, '../../dist/registrar.js')

/** `promote-admin` and `list-users` on the lab's host, against the same calls of the admin API made by hand over SSH. */
export async function measureOperations(say: (line: string) => void): Promise<Measurement[]> {
  say('  starting a host')
  const host = await startHost()
  const plan = { ...labPlan(host, 'synapse'), access: { token: { env: 'ADMIN_TOKEN' } } }
  const root = makeWorkspace([plan])
  try {
    const sshConfig = await writeSshConfig(host, root)
    await writeFile(join(root, 'registrar.yml'), hostFile(plan))
    const registrar = (words: string[], env: Record<string, string>) =>
      execa(execPath, [program, ...words, '--ssh-config', sshConfig], {
        cwd: root,
        env: { NODE_OPTIONS: '', SSH_AUTH_SOCK: '', ...env },
      })
    await registrar(['register-user', 'boss', '--admin'], { MATRIX_PASSWORD: 'secret-password' })
    const token = (await login(host.synapseUrl, 'boss', 'secret-password')).accessToken ?? ''
    const env = { ADMIN_TOKEN: token }
    say(`  ${listed} accounts, straight into the database`)
    await fillAccounts(host, listed)
    const user = (kind: string, round: number) => `${kind}${round % listed}`
    const ansible = { env: { ...labEnvironment(host), ...env }, alone: true }
    const byHand = (round: number) => overSsh(host, token, promoteByHand(user('u', 5000 + round)))
    say(`  ${rounds} rounds of promote-admin`)
    const [recipe, hand] = await alternate(
      rounds,
      (round) => runJust(root, ['promote-admin', user('u', round)], ansible),
      byHand,
    )
    const [command, handAgain] = await alternate(
      rounds,
      (round) => registrar(['promote-admin', user('u', 1000 + round)], env),
      (round) => byHand(100 + round),
    )
    say(`  ${rounds} rounds of list-users`)
    const [list, pages] = await alternate(
      rounds,
      () => registrar(['list-users', '--json'], env),
      () => overSsh(host, token, listByHand),
    )
    const memory = await peakMemory(execPath, [program, 'list-users', '--json', '--ssh-config', sshConfig], {
      cwd: root,
      env: { NODE_OPTIONS: '', SSH_AUTH_SOCK: '', ...env },
    })
    return [
      {
        what: '`just promote-admin`',
        ours: recipe,
        reference: { name: 'the call of the admin API by hand, over SSH', value: hand },
        unit: 's',
        bar: 2,
      },
      {
        what: '`registrar promote-admin`',
        ours: command,
        reference: { name: 'the same', value: handAgain },
        unit: 's',
        bar: 1.2,
      },
      {
        what: `\`registrar list-users\` of ${listed}`,
        ours: list,
        reference: { name: 'the same pages by hand, over SSH', value: pages },
        unit: 's',
        bar: 0.8,
      },
      { what: 'the same, peak memory', ours: memory, unit: 'MiB', bar: 120 },
    ]
  } finally {
    await host.stop()
    await rm(root, { recursive: true })
  }
}
