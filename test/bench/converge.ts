import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { execa } from 'execa'
import type { HostPlan, UserPlan } from '../../generator/plan/host-plan.ts'
import { startHost } from '../lab/host.ts'
import { login } from '../lab/matrix-client.ts'
import { hostFile } from '../support/host-file.ts'
import { labEnvironment, labPlan } from '../support/lab-workspace.ts'
import { writeSshConfig } from '../support/surfaces.ts'
import { makeWorkspace, runJust } from '../support/workspace.ts'
import { fillAccounts, listByHand, overSsh } from './by-hand.ts'
import { hashPasswords } from './hash.ts'
import { alternate, type Measurement, seconds } from './measurement.ts'
import { peakMemory } from './memory.ts'

const rounds = 5
const some = 20
const thousand = 1000
const many = 10_000
const program = join(import.meta.dirname, '../../dist/registrar.js')

/** Declared accounts on the lab's host: through Ansible and with the CLI, new ones and ones that are as declared. */
export async function measureConverge(say: (line: string) => void): Promise<Measurement[]> {
  say('  starting a host')
  const host = await startHost({ bcryptRounds: 'default' })
  const plan: HostPlan = { ...labPlan(host, 'synapse'), access: { token: { env: 'ADMIN_TOKEN' } } }
  const roots: string[] = []
  try {
    const workspace = async (users: UserPlan[]) => {
      const declared = { ...plan, users }
      const root = makeWorkspace([declared])
      roots.push(root)
      await writeFile(join(root, 'registrar.yml'), hostFile(declared))
      return root
    }
    const numbered = (prefix: string, count: number, rest: Partial<UserPlan> = {}) =>
      Array.from({ length: count }, (_, index): UserPlan => ({ username: `${prefix}${index}`, ...rest }))
    const first = await workspace([])
    const sshConfig = await writeSshConfig(host, first)
    const options = (cwd: string, env: Record<string, string>) => ({
      cwd,
      env: { NODE_OPTIONS: '', SSH_AUTH_SOCK: '', ...env },
    })
    await execa(
      execPath,
      [program, 'register-user', 'boss', '--admin', '--ssh-config', sshConfig],
      options(first, { MATRIX_PASSWORD: 'secret-password' }),
    )
    const token = (await login(host.synapseUrl, 'boss', 'secret-password')).accessToken ?? ''
    const env = { ADMIN_TOKEN: token, PASSWORD: 'secret-password' }
    const just = async (root: string, words: string[]) => {
      const { exitCode, output } = await runJust(root, words, { env: { ...labEnvironment(host), ...env }, alone: true })
      if (exitCode !== 0) throw new Error(output)
    }
    const registrar = async (cwd: string, words: string[]) => {
      const { exitCode, stderr } = await execa(execPath, [program, ...words, '--ssh-config', sshConfig], {
        ...options(cwd, env),
        reject: false,
      })
      if (exitCode !== 0) throw new Error(stderr)
    }

    const declared = await Promise.all(
      Array.from({ length: rounds }, (_, round) =>
        workspace(numbered(`n${round}-`, some, { password: { env: 'PASSWORD' } })),
      ),
    )
    const one = (name: string) => (round: number) =>
      just(first, ['register-user', `${name}${round}`, 'secret-password', 'no'])
    say(`  ${rounds} rounds of ensure-users with ${some} new accounts, and with ${some} that exist`)
    const [made, oneMade] = await alternate(
      rounds,
      (round) => just(declared[round] ?? first, ['ensure-users']),
      one('a'),
    )
    const [there, oneThere] = await alternate(
      rounds,
      (round) => just(declared[round] ?? first, ['ensure-users']),
      one('b'),
    )

    say(`  registrar apply with ${thousand} new accounts`)
    const thousandNew = await workspace(numbered('t', thousand, { password: { env: 'PASSWORD' } }))
    const applied = await seconds(() => registrar(thousandNew, ['apply', '--yes']))
    const hashed = await hashPasswords(host, thousand)

    say(`  ${many} accounts, straight into the database`)
    await fillAccounts(host, many)
    const all = await workspace(numbered('u', many, { admin: false }))
    say(`  ${rounds} rounds of listing them`)
    const byHand = () => overSsh(host, token, listByHand)
    const [planned, pages] = await alternate(rounds, () => registrar(all, ['plan']), byHand)
    const [ensured, pagesAgain] = await alternate(rounds, () => just(all, ['ensure-users']), byHand)
    const memory = await peakMemory(execPath, [program, 'plan', '--ssh-config', sshConfig], options(all, env))
    const hand = 'the same pages by hand, over SSH'
    return [
      {
        what: `\`just ensure-users\`, ${some} new accounts`,
        ours: made,
        reference: { name: 'one `just register-user`', value: oneMade },
        unit: 's',
        bar: 2,
      },
      {
        what: `\`just ensure-users\`, ${some} that are as declared`,
        ours: there,
        reference: { name: 'one `just register-user`', value: oneThere },
        unit: 's',
        bar: 1.1,
      },
      {
        what: `\`registrar apply\`, ${thousand} new accounts`,
        ours: applied,
        reference: { name: `Synapse's hash of ${thousand} passwords on all its cores`, value: hashed },
        unit: 's',
        bar: 1.1,
      },
      {
        what: `\`registrar plan\` of ${many} that are as declared`,
        ours: planned,
        reference: { name: hand, value: pages },
        unit: 's',
        bar: 1.4,
      },
      { what: 'the same, largest process', ours: memory, unit: 'MiB', bar: 150 },
      {
        what: `\`just ensure-users\` of ${many} that are as declared`,
        ours: ensured,
        reference: { name: hand, value: pagesAgain },
        unit: 's',
        bar: 2,
      },
    ]
  } finally {
    await host.stop()
    await Promise.all(roots.map((root) => rm(root, { recursive: true })))
  }
}
