import { join } from 'node:path'
import { authorityEntries } from '../../generator/authorities/index.ts'
import type { Way } from '../../generator/authorities/ways.ts'
import { findingsOf, judgeOperations } from '../../generator/run/doctor/operations.ts'
import { localPlan } from '../support/plans.ts'
import { longTexts, mostColumns } from './long-texts.ts'

/** What no person reads as a message. */
const others = [/^render\//, /^dialects\/names/]

it('no message is longer than two lines of 100 columns', () => {
  const found = longTexts(join(import.meta.dirname, '../../generator'))
  expect(found.filter(({ place }) => !others.some((each) => each.test(place)))).toEqual([])
})

const plan = localPlan('synapse', { url: 'http://127.0.0.1:8008', configPath: '/etc/homeserver.yaml' })
const everyWay: Way[] = ['secret', 'login', 'admin', 'database', 'api', 'cli', 'page']

it.each(authorityEntries)('no line of doctor about the operations of %s is, either', (authority) => {
  const works = [[], everyWay, ...everyWay.map((way) => [way])]
  const details = works.flatMap((each) =>
    findingsOf(judgeOperations({ ...plan, authority }, new Set(each))).map(({ detail }) => detail),
  )
  expect(details.filter((detail) => detail.length > mostColumns)).toEqual([])
})
