import fc from 'fast-check'
import type { UserPlan } from '../../generator/plan/host-plan.ts'

const names = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'boss']
export const emails = ['a@example.org', 'b@example.org', 'c@example.org']

const observedUser = fc.record({
  username: fc.constantFrom(...names),
  display_name: fc.constantFrom('', 'Ann', 'Ben'),
  admin: fc.boolean(),
  kind: fc.constantFrom('', 'bot'),
  locked: fc.boolean(),
  deactivated: fc.boolean(),
  emails: fc.uniqueArray(fc.constantFrom(...emails)),
  hasOtherPassword: fc.boolean(),
})

const desiredUser: fc.Arbitrary<UserPlan> = fc
  .record({ username: fc.constantFrom(...names) }, {})
  .chain(({ username }) =>
    fc.record(
      {
        username: fc.constantFrom(username, `@${username}:example.org`),
        displayName: fc.constantFrom('Ann', 'Ben'),
        admin: fc.boolean(),
        kind: fc.constantFrom('user' as const, 'bot' as const, 'support' as const),
        emails: fc.uniqueArray(fc.constantFrom(...emails, 'A@example.org'), {
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
