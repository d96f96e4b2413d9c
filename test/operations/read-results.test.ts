import { authorities } from '../../generator/authorities/index.ts'
import { lockUser } from '../../generator/operations/lock-user.ts'
import { operationCall } from '../../generator/run/call.ts'
import { startMark } from '../../generator/run/command-line.ts'
import { type Host, perform } from '../../generator/run/host.ts'
import { resultsIn } from '../../generator/run/read-results.ts'
import { hostFacts } from '../../generator/run/reporting.ts'
import { reportOf } from '../../generator/run/result.ts'
import { localPlan } from '../support/plans.ts'

const plan = localPlan('synapse', { url: '', configPath: '' })
const authority = authorities.synapse
const result = { signs: ['done/changed'], facts: {}, outcome: 'changed', changed: true, message: 'Locked.', next: [] }

it.each([
  ['nothing odd', {}, true],
  ['a class that there is not', { class: 'constructor' }, false],
  ['a failure without words', { class: 'not_ready', message: undefined }, false],
  ['a message that is no text', { message: ['x'] }, false],
  ['next steps that are no texts', { next: [{}] }, false],
  ['no outcome', { outcome: null }, false],
])('an answer with %s', (_what, odd, isRead) => {
  expect(resultsIn(JSON.stringify({ results: [{ ...result, ...odd }] })) !== undefined).toBe(isRead)
})

it.each([
  ['of another operation', { outcome: 'created' }],
  ['without words', { message: undefined }],
])('an outcome %s is no success', (_what, odd) => {
  const report = reportOf({ host: hostFacts(plan, authority), operation: lockUser, username: 'john' }, {
    ...result,
    ...odd,
  } as never)
  expect(report).toMatchObject({ outcome: 'failed', class: 'odd_answer', changed: false })
})

/** How many commands run on a host whose program never gets an answer, having printed so many accounts before. */
async function commandsWith(printed: number | undefined): Promise<number> {
  let commands = 0
  const failed = { outcome: 'failed', class: 'not_ready', changed: false, message: 'No answer.', hint: '', next: [] }
  const facts = printed === undefined ? {} : { printed }
  const host: Host = {
    name: 'h',
    transport: {
      run: async ({ onStdout }) => {
        commands += 1
        onStdout(Buffer.from(`${startMark}${JSON.stringify({ results: [{ ...result, ...failed, facts }] })}`))
        return 0
      },
      close: async () => undefined,
    },
    become: { enabled: false },
    authority,
    settings: {},
    facts: hostFacts(plan, authority),
    readyTimeout: -1,
  }
  const call = operationCall(authority, lockUser, { accounts: [{ username: 'john' }], check: false, domain: 'x' })
  await perform(call, host)
  return commands
}

it('a service is looked at only where nothing was answered at all', async () => {
  expect([await commandsWith(undefined), await commandsWith(3)]).toEqual([2, 1])
})
