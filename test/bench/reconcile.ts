import { authorities } from '../../generator/authorities/index.ts'
import type { UserPlan } from '../../generator/plan/host-plan.ts'
import { type ObservedUser, reconcile } from '../../generator/reconcile/reconcile.ts'
import { type Measurement, median, seconds } from './measurement.ts'

const size = 100_000

/** 100,000 accounts of a host file against 100,000 of a server, of which half are named; nearly all need something. */
export async function measureReconcile(): Promise<Measurement[]> {
  const desired: UserPlan[] = Array.from({ length: size }, (_, index) => ({
    username: index % 2 ? `@user${index}:example.org` : `user${index}`,
    admin: index % 3 === 0,
    emails: [`user${index}@example.org`],
    state: index % 5 ? 'present' : 'locked',
    password: { env: 'PASSWORD' },
  }))
  const observed: ObservedUser[] = Array.from({ length: size }, (_, index) => ({
    username: `user${index + size / 2}`,
    display_name: '',
    admin: false,
    locked: false,
    deactivated: index % 7 === 0,
    kind: '',
    emails: [],
  }))
  const times: number[] = []
  for (let round = 0; round < 5; round++)
    times.push(
      await seconds(
        async () => void reconcile(desired, observed, { domain: 'example.org', authority: authorities.synapse }),
      ),
    )
  return [{ what: 'reconciling 100,000 accounts with 100,000', ours: median(times), unit: 's', bar: 1 }]
}
