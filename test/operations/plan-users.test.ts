import fc from 'fast-check'
import { changeOrder } from '../../generator/operations/changes.ts'
import type { UserPlan } from '../../generator/plan/host-plan.ts'
import type { Change } from '../../generator/run/change.ts'
import { isExhaustive } from '../support/exhaustive.ts'
import { type Case, checksOf, type EnginePlan, plansOf } from '../support/engine-plans.ts'
import { desiredUsers, localpartOf, type ObservedUser, observedUsers } from '../support/random-users.ts'

const blank: ObservedUser = {
  username: '',
  display_name: '',
  admin: false,
  locked: false,
  suspended: false,
  deactivated: false,
  erased: false,
  kind: '',
  emails: [],
  hasOtherPassword: false,
}

/** A server that does a change, or throws where a real one refuses it. */
function applied(changes: Change[], before: ObservedUser[]): ObservedUser[] {
  const users = new Map(before.map((user) => [user.username, { ...user }]))
  for (const { operation, username, admin, email, display_name: name, kind = '' } of changes) {
    const user = users.get(username)
    if (operation === 'register-user') {
      if (user) throw new Error(`${username} exists`)
      users.set(username, { ...blank, username, admin: admin ?? false, display_name: name ?? '', kind })
      continue
    }
    if (!user) throw new Error(`${operation}: there is no ${username}`)
    if (user.deactivated && operation !== 'reactivate-user' && operation !== 'demote-admin')
      throw new Error(`${operation}: ${username} is deactivated`)
    if (operation === 'set-password') user.hasOtherPassword = false
    if (operation === 'reactivate-user') user.deactivated = false
    if (operation === 'deactivate-user') Object.assign(user, { deactivated: true, emails: [], display_name: '' })
    if (operation === 'set-display-name') user.display_name = name ?? ''
    if (operation === 'set-kind') user.kind = kind === 'user' ? '' : kind
    if (operation === 'lock-user' || operation === 'unlock-user') user.locked = operation === 'lock-user'
    if (operation === 'promote-admin' || operation === 'demote-admin') user.admin = operation === 'promote-admin'
    if (operation === 'add-email' && email) user.emails = [...user.emails, email.toLowerCase()]
  }
  return [...users.values()]
}

const people = ['alice', 'bob', 'carol', 'boss']
const policies: Pick<Case, 'policy' | 'lockUnnamed'>[] = [
  { policy: 'managed' },
  { policy: 'exhaustive' },
  { policy: 'exhaustive', lockUnnamed: true },
]

/** Random cases of each policy; of some accounts the password is enforced. */
const cases: Case[] = fc
  .sample(fc.tuple(desiredUsers, observedUsers), { numRuns: isExhaustive ? 600 : 240, seed: 7 })
  .map(([desired, observed], index) => ({
    desired: desired.map((user) => (user.password ? { ...user, enforcesPassword: true } : user)),
    observed,
    people,
    ...policies[index % policies.length],
  }))

const byName = (users: ObservedUser[]) => new Map(users.map((user) => [user.username, user]))
const named = ({ desired }: Case, username: string) => desired.find((user) => localpartOf(user) === username)

let plans: EnginePlan[]
let after: ObservedUser[][]

beforeAll(async () => {
  plans = await plansOf(cases)
  after = cases.map(({ observed }, index) => applied(plans[index]?.changes ?? [], observed))
})

const each = (holds: (asked: Case, plan: EnginePlan, after: ObservedUser[]) => void) =>
  cases.forEach((asked, index) => holds(asked, plans[index] as EnginePlan, after[index] as ObservedUser[]))

describe('what is planned for declared accounts', () => {
  it('leaves nothing to do once it was done', async () => {
    const again = await plansOf(cases.map((asked, index) => ({ ...asked, observed: after[index] as ObservedUser[] })))
    for (const plan of again) expect(plan.changes).toEqual([])
  })

  it('is everything that was asked for, or says why not', () => {
    each(({ desired }, { troubles }, users) => {
      for (const user of desired) {
        const is = byName(users).get(localpartOf(user))
        const admin = user.state === 'deactivated' || user.admin === undefined || is?.admin === user.admin
        const state = {
          undefined: true,
          present: is && !is.deactivated && !is.locked,
          locked: is && !is.deactivated && is.locked,
          deactivated: !is || is.deactivated,
        }[String(user.state)]
        if (!(admin && state && (is ?? user.state === 'deactivated')))
          expect(troubles.map(({ username }) => username)).toContain(localpartOf(user))
      }
    })
  })

  it('leaves alone what is not declared, and what is left out for those who are', () => {
    each((asked, { unnamed, changes }, users) => {
      const locked = changes.flatMap(({ why, username }) => (why === 'not declared' ? [username] : []))
      for (const before of asked.observed) {
        const user = named(asked, before.username)
        const is = byName(users).get(before.username)
        if (!user) expect(is).toEqual({ ...before, locked: before.locked || locked.includes(before.username) })
        else if (user.admin === undefined) expect(is?.admin).toBe(before.admin)
        if (user && user.displayName === undefined && user.state !== 'deactivated')
          expect(is?.display_name).toBe(before.display_name)
        if (user && user.kind === undefined) expect(is?.kind).toBe(before.kind)
        if (user && user.state === undefined)
          expect(is).toMatchObject({ locked: before.locked, deactivated: before.deactivated })
      }
      expect(asked.lockUnnamed ? unnamed : locked).toEqual([])
    })
  })

  it('takes nothing from the admin by whom it acts', () => {
    each(({ observed }, _plan, users) => {
      const before = byName(observed).get('boss')
      const is = byName(users).get('boss')
      if (before?.admin && !before.locked && !before.deactivated)
        expect(is).toMatchObject({ admin: true, locked: false, deactivated: false })
    })
  })

  it('stands in the one order, with a line each', () => {
    each((_asked, { changes, lines }) => {
      const places = changes.map(({ operation }) => changeOrder.indexOf(operation))
      expect(places).toEqual([...places].sort((a, b) => a - b))
      expect(lines).toHaveLength(changes.length)
    })
  })

  it('compares a password only with that of an account in use', () => {
    each((asked, { changes }) => {
      for (const { operation, username } of changes) {
        if (operation !== 'set-password') continue
        const before = byName(asked.observed).get(username)
        expect(before?.hasOtherPassword || before?.deactivated).toBe(true)
        expect(named(asked, username)?.password).toBeDefined()
      }
    })
    expect(plans.some(({ changes }) => changes.some(({ operation }) => operation === 'set-password'))).toBe(true)
  })

  it('reports the people who are not declared, or locks them, where the host file names all', () => {
    each((asked, { unnamed, unnamed_lines: lines, changes }) => {
      const others = asked.observed.flatMap(({ username, locked, deactivated }) =>
        locked || deactivated || username === 'boss' || !people.includes(username) || named(asked, username)
          ? []
          : [username],
      )
      const locked = changes.flatMap(({ why, username }) => (why === 'not declared' ? [username] : []))
      expect([unnamed, locked]).toEqual(
        asked.policy === 'managed' ? [[], []] : asked.lockUnnamed ? [[], others] : [others, []],
      )
      expect(lines).toEqual(unnamed.map((username) => `? @${username}:example.org  not declared`))
    })
    expect(plans.some(({ unnamed }) => unnamed.length > 1)).toBe(true)
  })
})

it('makes an admin before another one stops being one, and shuts out last', async () => {
  const observed = [
    { ...blank, username: 'alice', admin: true },
    { ...blank, username: 'bob' },
    { ...blank, username: 'carol', locked: true },
  ]
  const desired: UserPlan[] = [
    { username: 'alice', admin: false, state: 'locked' },
    { username: 'bob', admin: true },
    { username: 'carol', admin: true, state: 'present' },
    { username: 'dave', password: { env: 'PASSWORD' } },
  ]
  const [plan] = await plansOf([{ desired, observed }])
  expect(plan?.changes.map(({ operation, username }) => `${operation} ${username}`)).toEqual([
    'register-user dave',
    'unlock-user carol',
    'promote-admin bob',
    'promote-admin carol',
    'demote-admin alice',
    'lock-user alice',
  ])
})

describe('what cannot be had', () => {
  const signsOf = ({ troubles }: EnginePlan) => troubles.map(({ username, signs }) => [username, ...signs])

  it.each(['Upper', '_hidden', '123', 'a'.repeat(250)])('is an account of the name %s', async (username) => {
    const desired = [{ username, password: { env: 'PASSWORD' }, emails: ['a@example.org'], state: 'locked' as const }]
    const [plan] = await plansOf([{ desired, observed: [] }])
    expect(plan && signsOf(plan)).toEqual([[username, 'plan/username']])
    expect(plan?.changes).toEqual([])
  })

  it('is what the server cannot do', async () => {
    const desired: UserPlan[] = [{ username: 'alice', state: 'locked' }]
    const [plan] = await plansOf([{ desired, observed: [{ ...blank, username: 'alice' }] }], 'dendrite')
    expect(plan?.changes).toEqual([])
    expect(plan?.troubles).toMatchObject([
      { username: 'alice', signs: ['plan/refused'], facts: { detail: expect.stringMatching('lock') } },
    ])
  })
})

describe('a fingerprint', () => {
  const user = { ...blank, username: 'alice', display_name: 'Alice', emails: ['b@example.org', 'a@example.org'] }
  const change = (operation: Change['operation']): Change => ({ username: 'alice', operation })
  const facts: [Change['operation'], Partial<ObservedUser>, boolean][] = [
    ['set-display-name', { display_name: 'Another' }, true],
    ['set-kind', { kind: 'bot' }, true],
    ['add-email', { emails: ['a@example.org'] }, true],
    ['add-email', { emails: ['a@example.org', 'b@example.org'] }, false],
    ['lock-user', { locked: true }, true],
    ['lock-user', { deactivated: true }, true],
    ['lock-user', { display_name: 'Another', kind: 'bot', emails: [] }, false],
  ]

  it.each(facts)('of %s counts %j: %p', async (operation, fact, counts) => {
    const desired: Record<string, UserPlan> = {
      'set-display-name': { username: 'alice', displayName: 'New' },
      'set-kind': { username: 'alice', kind: 'support' },
      'add-email': { username: 'alice', emails: ['new@example.org'] },
      'lock-user': { username: 'alice', state: 'locked' },
    }
    const [plan] = await plansOf([{ desired: [desired[operation] as UserPlan], observed: [user] }])
    expect(plan?.changes).toMatchObject([change(operation)])
    const [sign] = await checksOf([{ ...(plan as EnginePlan), observed: [{ ...user, ...fact }] }])
    expect(sign).toBe(counts ? 'plan/stale' : 'found')
  })

  it('changes with an account that is touched, and with no other', async () => {
    const checks = cases.slice(0, 300).flatMap(({ observed }, index) => {
      const { changes, fingerprint } = plans[index] as EnginePlan
      const touched = new Set(changes.map(({ username }) => username))
      const others = observed.map((user) => ({
        counts: touched.has(user.username),
        observed: observed.map((each) => (each === user ? { ...each, admin: !each.admin } : each)),
      }))
      return [{ counts: false, observed: [...observed].reverse() }, ...others].map((check) => ({
        ...check,
        changes,
        fingerprint,
      }))
    })
    const signs = await checksOf(checks)
    expect(signs).toEqual(checks.map(({ counts }) => (counts ? 'plan/stale' : 'found')))
  })
})
