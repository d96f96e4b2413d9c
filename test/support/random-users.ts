import fc from 'fast-check'
import type { UserPlan } from '../../generator/plan/host-plan.ts'

const names = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'boss']
const emails = ['a@example.org', 'b@example.org', 'c@example.org']

/** An account of a server, as far as plans look at it. */
export interface ObservedUser {
  username: string
  display_name: string
  admin: boolean
  locked: boolean
  suspended: boolean
  deactivated: boolean
  erased: boolean
  kind: string
  emails: string[]
  /** It has another password than the declared one. */
  hasOtherPassword: boolean
}

const observedUser: fc.Arbitrary<ObservedUser> = fc.record({
  username: fc.constantFrom(...names),
  display_name: fc.constantFrom('', 'Ann', 'Ben'),
  admin: fc.boolean(),
  kind: fc.constantFrom('', 'bot'),
  locked: fc.boolean(),
  suspended: fc.constant(false),
  deactivated: fc.boolean(),
  erased: fc.constant(false),
  emails: fc.uniqueArray(fc.constantFrom(...emails)),
  hasOtherPassword: fc.boolean(),
})

const desiredUser: fc.Arbitrary<UserPlan> = fc
  .record({ username: fc.constantFrom(...names) }, {})
  .chain(({ username }) =>
    fc.record(
      {
        username: fc.constantFrom(username, `@${username}:example.org`),
        displayName: fc.constantFrom('Ann', 'Ben', ' Ann\u00a0'),
        admin: fc.boolean(),
        kind: fc.constantFrom('user' as const, 'bot' as const, 'support' as const),
        emails: fc.uniqueArray(fc.constantFrom(...emails, 'A@example.org', 'B@Example.ORG'), {
          selector: (email) => email.toLowerCase(),
        }),
        state: fc.constantFrom('present' as const, 'locked' as const, 'deactivated' as const),
        password: fc.constant({ env: 'PASSWORD' }),
      },
      { requiredKeys: ['username'] },
    ),
  )

export const localpartOf = ({ username }: UserPlan) => username.replace(/^@(.*):.*$/, '$1')
/** The accounts of a server. */
export const observedUsers = fc.uniqueArray(observedUser, { selector: ({ username }) => username })
/** Those that are declared, each once. */
export const desiredUsers = fc.uniqueArray(desiredUser, { selector: localpartOf })
