import { authorities } from '../../generator/authorities/index.ts'
import { csvOfFound, tableOfFound } from '../../generator/commands/found.ts'
import type { Column, Finds, Row } from '../../generator/operations/finds.ts'
import { operations } from '../../generator/operations/index.ts'
import type { Operation } from '../../generator/operations/operation.ts'
import { resultsIn } from '../../generator/run/read-results.ts'
import { hostFacts } from '../../generator/run/reporting.ts'
import { type Facts, reportOf } from '../../generator/run/result.ts'
import { localPlan } from '../support/plans.ts'

const lists = operations.flatMap((operation: Operation) => {
  const { finds } = operation
  return finds?.row ? [{ name: operation.name, operation, finds, row: finds.row }] : []
})

const example = { text: 'a text', number: 7, flag: true } as const

function rowOf(row: Record<string, Column>): Row {
  return Object.fromEntries(Object.entries(row).map(([name, { type }]) => [name, example[type]]))
}

function told(operation: Operation, facts: Facts) {
  const host = hostFacts(localPlan('synapse', { url: '', configPath: '' }), authorities.synapse)
  const result = { signs: ['found'], facts, outcome: 'found', changed: false, message: 'What there is.', next: [] }
  return reportOf({ host, operation, username: 'john' }, result)
}

function answer(fact: string, rows: unknown[]): string {
  return JSON.stringify({ results: [{ signs: ['found'], facts: { [fact]: rows }, outcome: 'found' }] })
}

it('every operation that only looks has what it finds, and no other', () => {
  const looking = operations.filter(({ messages }: Operation) => 'found' in messages)
  expect(looking.length).toBeGreaterThan(3)
  for (const { finds, changes } of operations as readonly Operation[])
    expect(finds === undefined).toBe(changes !== undefined)
})

describe.each(lists)('what $name finds', ({ operation, finds, row }) => {
  const record = rowOf(row)

  it('is in the table, in CSV, and whole', () => {
    const found = told(operation, { [finds.fact]: [record] })
    expect(found).toMatchObject({ outcome: 'found', rows: [record] })
    const [heads = '', values] = csvOfFound(found, finds).split('\n')
    expect([heads.split(','), values?.split(',')]).toEqual([Object.keys(row), Object.values(record).map(String)])
    for (const { heading = '' } of Object.values(row)) expect(tableOfFound(found, finds)).toContain(heading)
  })

  it('is reported as none where there is none', () => {
    expect(tableOfFound(told(operation, { [finds.fact]: [] }), finds)).toMatch(/: none\.\n$/)
  })

  it.each(Object.keys(row))('is refused where %s is missing, or of another type', (name) => {
    const { [name]: _value, ...rest } = record
    expect(resultsIn(answer(finds.fact, [record]))).toHaveLength(1)
    for (const wrong of [rest, { ...rest, [name]: {} }]) expect(resultsIn(answer(finds.fact, [wrong]))).toBeUndefined()
    const isNone = row[name]?.none !== undefined
    expect(resultsIn(answer(finds.fact, [{ ...rest, [name]: null }])) !== undefined).toBe(isNone)
  })

  it('shows what a null means', () => {
    const nulls = Object.fromEntries(
      Object.entries(record).map(([name, value]) => [name, row[name]?.none === undefined ? value : null]),
    )
    const table = tableOfFound(told(operation, { [finds.fact]: [nulls] }), finds satisfies Finds)
    for (const { none = '', heading } of Object.values(row)) if (heading) expect(table).toContain(none)
  })
})

it('an answer can note what is worth knowing of the server', () => {
  const answer = (notes: unknown) =>
    JSON.stringify({ results: [{ signs: ['done/created'], facts: { token: 'welcome', notes }, outcome: 'created' }] })
  const facts = { token: 'welcome', notes: ['registration_closed'] }
  const result = { signs: ['done/created'], facts, outcome: 'created' }
  expect(resultsIn(answer(['registration_closed']))).toEqual([result])
  expect(resultsIn(answer([{}]))).toBeUndefined()
})
