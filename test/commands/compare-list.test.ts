import type { CsvRow } from '../../generator/commands/accounts-from-csv.ts'
import { compareList } from '../../generator/commands/compare-list.ts'
import { namePeople } from '../../generator/commands/name-people.ts'
import type { UserPlan } from '../../generator/plan/host-plan.ts'

let line = 1
const row = (words: Partial<CsvRow>): CsvRow => {
  const { displayName = '', username = '' } = words
  const where = `people.csv:${(line += 1)}`
  const nameForIt = username === '' ? displayName : ''
  return {
    username,
    nameForIt,
    password: '',
    admin: false,
    displayName,
    emails: [],
    id: '',
    until: '',
    notes: {},
    where,
    ...words,
  }
}

const anna: UserPlan = { username: 'anna.berg', displayName: 'Anna Berg', id: '1', notes: { class: '7b' } }
const other: UserPlan = { username: 'anna.berg2', displayName: 'Anna Berg' }
const compare = (users: UserPlan[], rows: CsvRow[]) => {
  const { comes, stays, leaves } = compareList(users, rows, (name) => name.replace(/^@|:.*$/g, ''))
  return {
    comes: comes.map(({ displayName, username }) => displayName || username),
    stays: stays.map(({ user, changes }) => [user.username, changes]),
    leaves: leaves.map(({ username }) => username),
  }
}

it.each<[string, UserPlan[], CsvRow[], Partial<ReturnType<typeof compare>>]>([
  [
    'the id, under another name',
    [anna],
    [row({ id: '1', displayName: 'Anna Tal' })],
    { stays: [['anna.berg', { displayName: 'Anna Tal' }]] },
  ],
  [
    'not the name, with another id',
    [anna],
    [row({ id: '2', displayName: 'Anna Berg' })],
    { comes: ['Anna Berg'], leaves: ['anna.berg'] },
  ],
  [
    'the name, and takes over the id',
    [other],
    [row({ id: '9', displayName: 'anna  berg' })],
    { stays: [['anna.berg2', { id: '9', displayName: 'anna  berg' }]] },
  ],
  ['the username, in any form', [anna], [row({ username: '@Anna.Berg:example.org' })], { stays: [['anna.berg', {}]] }],
  [
    'the name of an account without one',
    [{ username: 'zoe.ohm2' }],
    [row({ displayName: 'Zoë Ohm' })],
    { stays: [['zoe.ohm2', { displayName: 'Zoë Ohm' }]] },
  ],
  [
    'as many of one name, in their order',
    [{ ...anna, id: '' }, other].map(({ id: _id, ...user }) => user),
    [row({ displayName: 'Anna Berg', notes: { class: '8b' } }), row({ displayName: 'Anna Berg' })],
    {
      stays: [
        ['anna.berg', { notes: { class: '8b' } }],
        ['anna.berg2', {}],
      ],
    },
  ],
  [
    'the id first, then the name',
    [other, anna],
    [row({ displayName: 'Anna Berg' }), row({ id: '1', displayName: 'Anna Berg', notes: { class: '7b' } })],
    {
      stays: [
        ['anna.berg2', {}],
        ['anna.berg', {}],
      ],
    },
  ],
  [
    'a note that is gone',
    [anna],
    [row({ id: '1', notes: { class: '' } })],
    { stays: [['anna.berg', { notes: { class: '' } }]] },
  ],
  [
    'a name that gives no username',
    [{ username: 'li', displayName: '李小龍' }],
    [row({ displayName: '李小龍' })],
    { stays: [['li', {}]] },
  ],
])('knows a person by %s', (_what, users, rows, expected) => {
  expect(compare(users, rows)).toEqual({ comes: [], stays: [], leaves: [], ...expected })
})

it.each<[UserPlan[], CsvRow[], string]>([
  [
    [anna, other],
    [row({ displayName: 'Anna Berg' })],
    'the file has this name once, and the group 2 times (anna.berg, anna.berg2): it is unclear who is who.',
  ],
  [
    [other],
    [row({ displayName: 'Anna Berg' }), row({ displayName: 'Anna Berg' })],
    'the file has this name 2 times, and the group once (anna.berg2): it is unclear who is who.',
  ],
  [[anna], [row({ id: '1' }), row({ id: '1' })], 'the id is already used in'],
])('asks where it cannot be known', (users, rows, message) => {
  expect(() => compare(users, rows)).toThrow(message)
})

it('numbers people of one name, past those who have it', () => {
  const rows = [
    row({ displayName: 'Anna Berg' }),
    row({ displayName: 'ANNA berg' }),
    row({ username: 'anna.berg3' }),
    row({ displayName: 'Anna Berg' }),
  ]
  expect(namePeople(rows, ['anna.berg']).map(({ username }) => username)).toEqual([
    'anna.berg2',
    'anna.berg4',
    'anna.berg3',
    'anna.berg5',
  ])
  expect(() => namePeople([row({ displayName: '李小龍' })], [])).toThrow('cannot derive a username from this name')
})
