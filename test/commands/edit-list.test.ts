import { parse } from 'yaml'
import { editList, type ListEdit } from '../../generator/commands/edit-list.ts'
import type { UserPlan } from '../../generator/plan/host-plan.ts'

const ben: UserPlan = { username: 'ben', notes: { class: 'green' }, generate: { file: 'passwords/ben' } }
const change = (at: number, changes: Partial<UserPlan>): ListEdit => ({
  remove: [],
  change: new Map([[at, changes]]),
  add: [],
})
const edit = (words: Partial<ListEdit>): ListEdit => ({ remove: [], change: new Map(), add: [], ...words })
const list =
  '# pupils\nusers:\n  # seventh\n  - { username: anna, notes: { class: blue } } # ours\n  - username: carl # c\n    admin: true # boss\n  # end\n'

it.each<[string, string, ListEdit, string]>([
  [
    'removes with the line, and leaves the comments between',
    list,
    edit({ remove: [0] }),
    '# pupils\nusers:\n  # seventh\n  - username: carl # c\n    admin: true # boss\n  # end\n',
  ],
  [
    'removes the last, and adds below',
    list,
    edit({ remove: [1], add: [ben] }),
    '# pupils\nusers:\n  # seventh\n  - { username: anna, notes: { class: blue } } # ours\n' +
      '  - { username: ben, notes: { class: green }, generate: { file: passwords/ben } }\n  # end\n',
  ],
  ['changes a value in braces', list, change(0, { notes: { class: 'red' } }), list.replace('blue', 'red')],
  [
    'adds a note and a key in braces',
    list,
    change(0, { notes: { class: 'blue', house: 'no' }, displayName: 'Anna B' }),
    list.replace('blue }', 'blue, house: "no" }, display_name: Anna B'),
  ],
  [
    'adds keys to a block, below its comment',
    list,
    change(1, { id: '12', emails: ['c@example.org'], notes: { class: '' } }),
    list.replace('boss\n', 'boss\n    emails: [c@example.org]\n    id: "12"\n    notes: {}\n'),
  ],
  [
    'replaces blocks and many lines',
    'users:\n- username: a\n  display_name: |-\n    Old\n  emails:\n    - x@y\n  notes:\n    class: blue # k\n',
    change(0, { displayName: 'New', emails: ['z@y'], notes: { class: 'red', a: 'b' } }),
    'users:\n- username: a\n  display_name: New\n  emails:\n    [z@y]\n  notes:\n    class: red # k\n    a: b\n',
  ],
  [
    'begins a list that is empty',
    'users: [] # none\n',
    edit({ add: [ben] }),
    'users:\n  - { username: ben, notes: { class: green }, generate: { file: passwords/ben } } # none\n',
  ],
  [
    'removes a dash on a line of its own',
    'users:\n  - # - a\n    username: a\n  - username: b\n',
    edit({ remove: [0] }),
    'users:\n  - username: b\n',
  ],
  [
    'ends a file without a line end',
    'users:\n  - username: a',
    change(0, { id: 'x' }),
    'users:\n  - username: a\n    id: x\n',
  ],
  [
    'takes what a note may be called',
    list,
    change(0, { notes: { class: 'blue', 'a: b': '{{ x }}' } }),
    list.replace('blue }', 'blue, "a: b": "{{ x }}" }'),
  ],
])('%s', (_what, before, words, after) => {
  expect(editList(before, words)).toBe(after)
  expect(() => parse(after) as unknown).not.toThrow()
})

it.each(['users: [{ username: a }]\n', 'users: { a: b }\n', 'x: 1\n'])('changes nothing in %j', (text) => {
  expect(editList(text, change(0, { id: 'x' }))).toBeUndefined()
})
