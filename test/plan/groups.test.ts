import type { HostPlan } from '../../generator/plan/host-plan.ts'
import {
  leaversOnce,
  type Members,
  notedMembers,
  notedReturns,
  planGroups,
  planOfGroup,
} from '../../generator/plan/groups.ts'
import { declaredAccounts } from '../../generator/render/accounts.ts'

const domain = 'example.org'
const users = ['anna', '@ben:example.org', 'head'].map((username) => ({ username }))
type Fate = 'report' | 'lock' | 'deactivate'

function planOf(members: Members, leavers: Fate = 'lock', more: string[] = []): HostPlan {
  const groups = [
    { name: 'pupils', leavers, usernames: ['anna', '@ben:example.org'] },
    { name: 'staff', leavers, usernames: more },
  ]
  return { domain, host: 'matrix.example.org', ...planGroups({ users, groups, domain }, members) } as HostPlan
}

it.each<[string, Members, [string, string][]]>([
  ['nobody was noted', {}, []],
  ['all are named', { pupils: { anna: 'named', ben: 'named' } }, []],
  ['one is not', { pupils: { anna: 'named', carl: 'named' } }, [['carl', 'pupils']]],
  ['one is not, for the second year', { pupils: { carl: 'left' } }, [['carl', 'pupils']]],
  ['another list names the one', { pupils: { head: 'named' } }, []],
  ['one changed the group', { staff: { anna: 'named' } }, []],
  ['a group is no longer in the host file', { old: { carl: 'named' } }, []],
  ['a name is that of a property', { pupils: { toString: 'named' } as never }, [['toString', 'pupils']]],
])('%s: those that left are found', (_case, members, expected) => {
  expect(planOf(members).leavers?.map(({ username, group }) => [username, group])).toEqual(expected)
})

it.each<[Members, string | undefined, string | undefined]>([
  [{ pupils: { ben: 'left' } }, undefined, 'present'],
  [{ pupils: { ben: 'named' } }, undefined, undefined],
  [{ staff: { ben: 'left' } }, undefined, 'present'],
  [{ pupils: { anna: 'left' } }, 'present', undefined],
])('who comes back is let in again: %j', (members, anna, ben) => {
  const plan = planOf(members)
  expect(plan.users?.map(({ state }) => state)).toEqual([anna, ben, undefined])
  expect(declaredAccounts(plan)).toContainEqual(ben ? { username: 'ben', state: ben, back: true } : { username: 'ben' })
})

it('notes whom the groups have named, and whom they shut out, and forgets nobody', () => {
  const before: Members = { pupils: { zoe: 'named', ben: 'left' }, old: { x: 'named' } }
  expect(notedMembers(planOf(before), before)).toEqual({
    pupils: { anna: 'named', ben: 'left', zoe: 'left' },
    staff: {},
    old: { x: 'named' },
  })
  const reported = planOf(before, 'report')
  expect(notedMembers(reported, before)['pupils']).toEqual({ anna: 'named', ben: 'left', zoe: 'named' })
  const twice = notedMembers(planOf(before), before)
  expect(notedMembers(planOf(twice), twice)).toEqual(twice)
})

it('notes those who were let in again as members like others, and nobody else', () => {
  const before: Members = { pupils: { anna: 'left', ben: 'left', zoe: 'left' }, old: { ben: 'left' } }
  const plan = planOf(before)
  const letIn = (username: string) => username === 'ben'
  expect(notedReturns(plan, before, letIn)).toEqual({
    pupils: { anna: 'left', ben: 'named', zoe: 'left' },
    old: { ben: 'named' },
  })
  expect(notedReturns(plan, {}, letIn)).toEqual({})
})

it('takes one group out of a plan', () => {
  const members: Members = { pupils: { carl: 'named' }, staff: { dora: 'named' } }
  const whole: HostPlan = { ...planOf(members, 'lock', ['head']), isExhaustive: true }
  const part = planOfGroup(whole, 'staff')
  expect(part).toMatchObject({ users: [{ username: 'head' }], leavers: [{ username: 'dora' }] })
  expect(part).not.toHaveProperty('isExhaustive')
  expect(Object.keys(notedMembers(part as HostPlan, members))).toEqual(['pupils', 'staff'])
  expect(planOfGroup(whole, 'nobody')).toBeUndefined()
})

it('reports a leaver once, as the group wants it that asks for more', () => {
  const leaver = { username: 'x', group: 'a' }
  const fates: Fate[] = ['lock', 'deactivate', 'report']
  expect(leaversOnce(fates.map((fate) => ({ ...leaver, fate })))).toEqual([{ ...leaver, fate: 'deactivate' }])
  expect(declaredAccounts(planOf({ pupils: { carl: 'named' } }, 'report'))).toEqual([
    { username: 'anna' },
    { username: 'ben' },
    { username: 'head' },
    { username: 'carl', leaver: true, why: 'no longer in the group pupils' },
  ])
})
