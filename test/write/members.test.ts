import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Members } from '../../generator/plan/groups.ts'
import { withLock } from '../../generator/write/lock.ts'
import { isNoted, noteMembers, readMembers, workspaceOf } from '../../generator/write/members.ts'
import { makeDirectory, readTree, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const host = 'matrix.example.org'
const path = `.registrar/groups/${host}.json`
const members: Members = { pupils: { anna: 'named', ben: 'left' } }

it('notes the members of groups, an account a line, and nothing twice', () => {
  const root = makeDirectory()
  expect(readMembers(root, host)).toEqual({})
  expect(noteMembers(root, host, () => members)).toBe(true)
  expect(readTree(root)).toEqual({
    [path]:
      '{\n  "version": 1,\n  "groups": {\n    "pupils": {\n      "anna": "named",\n      "ben": "left"\n    }\n  }\n}\n',
  })
  expect(readMembers(root, host)).toEqual(members)
  expect([isNoted(root, host, () => members), noteMembers(root, host, () => members)]).toEqual([true, false])
})

it('notes nothing while another run writes to the workspace', () => {
  const root = makeDirectory()
  withLock(root, () => expect(() => noteMembers(root, host, () => members)).toThrow('Another registrar is writing'))
  expect(readMembers(root, host)).toEqual({})
})

it.each([
  '',
  '[]',
  'null',
  '{"version":2,"groups":{}}',
  '{"version":1}',
  '{"version":1,"groups":{"pupils":["anna"]}}',
  '{"version":1,"groups":{"pupils":{"anna":"gone"}}}',
])('refuses what it did not write: %j', (text) => {
  const root = makeDirectory({ [path]: text })
  expect(() => noteMembers(root, host, () => members)).toThrow('is not a record of groups that registrar wrote')
  expect(readFileSync(join(root, path), 'utf8')).toBe(text)
})

it('writes through no link that leads out of the workspace', () => {
  const root = makeDirectory()
  symlinkSync(makeDirectory(), join(root, '.registrar'))
  expect(() => noteMembers(root, host, () => members)).toThrow('is a symbolic link')
})

it.each([
  ['/w', '/w'],
  ['/w/hosts', '/w'],
  ['/w/hosts/', '/w'],
  ['/w/hosts/x', '/w/hosts/x'],
])('a host file in %s is of the workspace %s', (directory, expected) => {
  expect(workspaceOf(directory)).toBe(expected)
})
