import { judgeBothSides, judgeIssuer, judgeSignIn } from '../../generator/run/doctor/owner.ts'
import { judgeOperations } from '../../generator/run/doctor/operations.ts'
import { localPlan } from '../support/plans.ts'

const listed = (active: Record<string, boolean>) => ({ outcome: '', signs: ['accounts/listed'], facts: { active } })

describe('accounts of MAS and of its homeserver', () => {
  const plan = { homeserver: 'synapse', authority: 'mas' } as const

  it.each([
    ['the same', { anna: true, gone: false }, { anna: true }, ['MAS and Synapse know the same accounts (1 in MAS)']],
    ['only the homeserver', { anna: true, old: true }, { anna: true }, ['Only Synapse knows old']],
    ['only MAS', { anna: true }, { anna: true, new: true, left: false }, ['Only MAS knows new']],
    [
      'many',
      Object.fromEntries(['f', 'e', 'd', 'c', 'b', 'a'].map((name) => [name, true])),
      {},
      ['Only Synapse knows 6 accounts: a, b, c, d, e, ...'],
    ],
  ])('%s', (_what, homeserver, mas, details) => {
    expect(judgeBothSides(plan, listed(homeserver), listed(mas)).map(({ detail }) => detail)).toEqual(details)
  })

  it('are not compared when one side could not be listed', () => {
    expect(judgeBothSides(plan, listed({}), { outcome: '', signs: ['access/missing'], facts: {} })).toEqual([])
  })
})

it.each([
  ['https://auth.example.org/', 'https://auth.example.org/', []],
  ['https://auth.example.org', 'https://auth.example.org/', []],
  ['https://auth.example.org/', null, []],
  ['https://auth.example.org/', 'https://old.example.org/', ['https://auth.example.org/, but the MAS']],
])('a homeserver that delegates to %s, where %s is asked', (delegatedTo, answers, told) => {
  const plan = { ...localPlan('synapse', { url: '', configPath: '' }), authority: 'mas' } as const
  const look = (issuer: string | null) => ({ outcome: '', signs: [], facts: { issuer } })
  const findings = judgeIssuer(plan, look(delegatedTo), look(answers))
  expect(findings.map(({ detail }) => detail)).toEqual(told.map((part) => expect.stringContaining(part)))
})

it.each([
  [{}, []],
  [
    { notes: ['passwords_off'], logins: 'm.login.sso' },
    ['Nobody can sign in with a password: the homeserver offers m.login.sso'],
  ],
  [
    { notes: ['passwords_elsewhere'] },
    ['Nobody can sign in with a password that is set here: the homeserver does not compare its own'],
  ],
])('where it was found of signing in: %j', (facts, told) => {
  expect(judgeSignIn({ outcome: '', signs: ['sign_in/found'], facts }).map(({ detail }) => detail)).toEqual(told)
})

it('the database goes first where the host file prefers it', () => {
  const plan = { ...localPlan('synapse', { url: '', configPath: '' }), access: { preferDatabase: true } }
  const wayOf = (name: string) =>
    judgeOperations(plan, new Set(['admin', 'database'])).find(({ operation }) => operation === name)?.way
  expect([wayOf('show-user'), wayOf('lock-user'), wayOf('register-user')]).toEqual(['database', 'admin', null])
})
