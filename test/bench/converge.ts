import type { UserPlan } from '../../generator/plan/host-plan.ts'
import { fillAccounts, listByHand, overSsh } from './by-hand.ts'
import { hashPasswords } from './hash.ts'
import { alternate, type Measurement, seconds } from './measurement.ts'
import { withAdmin } from './with-admin.ts'

const rounds = 5
const some = 20
const thousand = 1000
const many = 10_000

/** Declared accounts on the lab's host: through Ansible and with the CLI, new ones and ones that are as declared. */
export async function measureConverge(say: (line: string) => void): Promise<Measurement[]> {
  say('  starting a host')
  return withAdmin({ bcryptRounds: 'default' }, async ({ host, token, workspace, just, registrar, peakMemory }) => {
    const first = await workspace()
    const numbered = (prefix: string, count: number, rest: Partial<UserPlan> = {}) =>
      Array.from({ length: count }, (_, index): UserPlan => ({ username: `${prefix}${index}`, ...rest }))
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
    const before = await hashPasswords(host, thousand / 2)
    const applied = await seconds(() => registrar(thousandNew, ['apply', '--yes']))
    const hashed = before + (await hashPasswords(host, thousand / 2))

    say(`  ${many} accounts, straight into the database`)
    await fillAccounts(host, many)
    const all = await workspace(numbered('u', many, { admin: false }))
    say(`  ${rounds} rounds of listing them`)
    const byHand = () => overSsh(host, token, listByHand)
    const [planned, pages] = await alternate(rounds, () => registrar(all, ['plan']), byHand)
    const [ensured, pagesAgain] = await alternate(rounds, () => just(all, ['ensure-users']), byHand)
    const memory = await peakMemory(all, ['plan'])
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
  })
}
