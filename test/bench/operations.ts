import { fillAccounts, listByHand, overSsh, promoteByHand } from './by-hand.ts'
import { alternate, type Measurement } from './measurement.ts'
import { withAdmin } from './with-admin.ts'

const rounds = 7
const listed = 10_000

/** `promote-admin` and `list-users` on the lab's host, against the same calls of the admin API made by hand over SSH. */
export async function measureOperations(say: (line: string) => void): Promise<Measurement[]> {
  say('  starting a host')
  return withAdmin({}, async ({ host, token, workspace, just, registrar, peakMemory }) => {
    const root = await workspace()
    say(`  ${listed} accounts, straight into the database`)
    await fillAccounts(host, listed)
    const user = (round: number) => `u${round % listed}`
    const byHand = (round: number) => overSsh(host, token, promoteByHand(user(5000 + round)))
    say(`  ${rounds} rounds of promote-admin`)
    const [recipe, hand] = await alternate(rounds, (round) => just(root, ['promote-admin', user(round)]), byHand)
    const [command, handAgain] = await alternate(
      rounds,
      (round) => registrar(root, ['promote-admin', user(1000 + round)]),
      (round) => byHand(100 + round),
    )
    say(`  ${rounds} rounds of list-users`)
    const list = ['list-users', '--json']
    const [ours, pages] = await alternate(
      rounds,
      () => registrar(root, list),
      () => overSsh(host, token, listByHand),
    )
    const memory = await peakMemory(root, list)
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
        ours,
        reference: { name: 'the same pages by hand, over SSH', value: pages },
        unit: 's',
        bar: 0.8,
      },
      { what: 'the same, peak memory', ours: memory, unit: 'MiB', bar: 120 },
    ]
  })
}
