import fc from 'fast-check'
import { authorities } from '../../generator/authorities/index.ts'
import { changeOrder } from '../../generator/operations/changes.ts'
import type { UserPlan } from '../../generator/plan/host-plan.ts'
import { fingerprintOf } from '../../generator/reconcile/plan-file.ts'
import { type Change, type ObservedUser, reconcile } from '../../generator/reconcile/reconcile.ts'
import { localpartOf, observedUsers, desiredUsers } from '../support/random-users.ts'

const blank: ObservedUser = {
  username: '',
  display_name: '',
  admin: false,
  locked: false,
  deactivated: false,
  kind: '',
  emails: [],
}
const context = { domain: 'example.org', authority: authorities.synapse, actingAdmin: 'boss' }

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

const property = (holds: (desired: UserPlan[], observed: ObservedUser[]) => void) =>
  fc.assert(fc.property(desiredUsers, observedUsers, holds), { numRuns: 1000 })

it('has nothing left to do once it was done', () => {
  property((desired, observed) => {
    const after = applied(reconcile(desired, observed, context).changes, observed)
    expect(reconcile(desired, after, context).changes).toEqual([])
  })
})

it('does everything that was asked for, or says why not', () => {
  property((desired, observed) => {
    const { changes, problems } = reconcile(desired, observed, context)
    const after = new Map(applied(changes, observed).map((user) => [user.username, user]))
    for (const user of desired) {
      const is = after.get(localpartOf(user))
      const admin = user.state === 'deactivated' || user.admin === undefined || is?.admin === user.admin
      const state = {
        undefined: true,
        present: is && !is.deactivated && !is.locked,
        locked: is && !is.deactivated && is.locked,
        deactivated: !is || is.deactivated,
      }[String(user.state)]
      if (!(admin && state && (is ?? user.state === 'deactivated')))
        expect(problems.map(({ username }) => username)).toContain(localpartOf(user))
    }
  })
})

it('leaves alone what nobody named, and what nobody said of those who are', () => {
  property((desired, observed) => {
    const after = new Map(
      applied(reconcile(desired, observed, context).changes, observed).map((user) => [user.username, user]),
    )
    for (const before of observed) {
      const user = desired.find((each) => localpartOf(each) === before.username)
      const is = after.get(before.username)
      if (!user) expect(is).toEqual(before)
      else if (user.admin === undefined) expect(is?.admin).toBe(before.admin)
      if (user && user.displayName === undefined && user.state !== 'deactivated')
        expect(is?.display_name).toBe(before.display_name)
      if (user && user.kind === undefined) expect(is?.kind).toBe(before.kind)
      if (user && user.state === undefined)
        expect(is).toMatchObject({ locked: before.locked, deactivated: before.deactivated })
    }
    expect(after.size).toBeLessThanOrEqual(
      new Set([...observed.map(({ username }) => username), ...desired.map(localpartOf)]).size,
    )
  })
})

it('takes nothing from the admin by whom it acts', () => {
  property((desired, observed) => {
    const boss = { ...blank, username: 'boss', admin: true }
    const there = [...observed.filter(({ username }) => username !== 'boss'), boss]
    const is = applied(reconcile(desired, there, context).changes, there).find(({ username }) => username === 'boss')
    expect(is).toMatchObject({ admin: true, locked: false, deactivated: false })
  })
})

it('makes an admin before another one stops being one, and shuts out last', () => {
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
  const { changes } = reconcile(desired, observed, context)
  expect(changes.map(({ operation, username }) => `${operation} ${username}`)).toEqual([
    'register-user dave',
    'unlock-user carol',
    'promote-admin bob',
    'promote-admin carol',
    'demote-admin alice',
    'lock-user alice',
  ])
})

it('keeps the one order', () => {
  property((desired, observed) => {
    const places = reconcile(desired, observed, context).changes.map(({ operation }) => changeOrder.indexOf(operation))
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })
})

describe('accounts that nobody named', () => {
  const people = new Set(['alice', 'bob', 'carol', 'boss'])
  const inUse = ({ locked, deactivated }: ObservedUser) => !locked && !deactivated

  it('are told, and nothing happens to them', () => {
    property((desired, observed) => {
      const { changes, unnamed } = reconcile(desired, observed, { ...context, unnamed: { people, isLocked: false } })
      const named = new Set(desired.map(localpartOf))
      expect(unnamed).toEqual(
        observed
          .filter(
            (user) => inUse(user) && people.has(user.username) && user.username !== 'boss' && !named.has(user.username),
          )
          .map(({ username }) => username),
      )
      expect(changes).toEqual(reconcile(desired, observed, context).changes)
    })
  })

  it('are locked where that is asked for, and then there is nothing left to do', () => {
    property((desired, observed) => {
      const locking = { ...context, unnamed: { people, isLocked: true } }
      const told = reconcile(desired, observed, { ...context, unnamed: { people, isLocked: false } }).unnamed
      const { changes } = reconcile(desired, observed, locking)
      expect(changes.flatMap(({ unnamed, operation, username }) => (unnamed ? [[operation, username]] : []))).toEqual(
        told.map((username) => ['lock-user', username]),
      )
      const after = applied(changes, observed)
      expect(reconcile(desired, after, locking)).toMatchObject({ changes: [], unnamed: [] })
      expect(
        after.filter(
          ({ username }) => !people.has(username) && !desired.some((user) => localpartOf(user) === username),
        ),
      ).toEqual(
        observed.filter(
          ({ username }) => !people.has(username) && !desired.some((user) => localpartOf(user) === username),
        ),
      )
    })
  })
})

it('asks of a server only what it can do', () => {
  const desired: UserPlan[] = [{ username: 'alice', state: 'locked' }]
  const observed = [{ ...blank, username: 'alice' }]
  const { changes, problems } = reconcile(desired, observed, { domain: 'example.org', authority: authorities.dendrite })
  expect(changes).toEqual([])
  expect(problems).toMatchObject([
    { username: 'alice', message: 'Dendrite cannot do that: it cannot lock or suspend accounts.' },
  ])
})

describe('a fingerprint', () => {
  const user = {
    ...blank,
    username: 'alice',
    display_name: 'Alice',
    kind: '',
    emails: ['b@example.org', 'a@example.org'],
  }
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

  it.each(facts)('of %s counts %j: %p', (operation, fact, counts) => {
    const [before, after] = [user, { ...user, ...fact }].map((each) => fingerprintOf([change(operation)], [each]))
    expect(after !== before).toBe(counts)
  })

  it('changes with an account that is touched, and with no other', () => {
    property((desired, observed) => {
      const { changes } = reconcile(desired, observed, context)
      const touched = new Set(changes.map(({ username }) => username))
      const before = fingerprintOf(changes, observed)
      expect(fingerprintOf(changes, [...observed].reverse())).toBe(before)
      for (const user of observed) {
        const otherwise = observed.map((each) => (each === user ? { ...each, admin: !each.admin } : each))
        expect(fingerprintOf(changes, otherwise) === before).toBe(!touched.has(user.username))
      }
    })
  })
})
