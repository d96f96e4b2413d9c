import { join } from 'node:path'
import type { Authority } from '../../generator/authorities/authority.ts'
import { authorities } from '../../generator/authorities/index.ts'
import { changes as changeWords } from '../../generator/operations/changes.ts'
import type { UserPlan } from '../../generator/plan/host-plan.ts'
import { declaredAccount } from '../../generator/render/accounts.ts'
import type { Change } from '../../generator/run/change.ts'
import { startPython } from './python-runner.ts'
import { reporting } from './server-program.ts'
import { type ObservedUser, localpartOf } from './random-users.ts'

const files = join(import.meta.dirname, '../../roles/matrix_users/files')

let runner: ReturnType<typeof startPython> | undefined

afterAll(() => runner?.end())

/** What is declared, and what the server has. */
export interface Case {
  desired: UserPlan[]
  observed: ObservedUser[]
  policy?: 'managed' | 'exhaustive'
  lockUnnamed?: boolean
  /** Those of the server's accounts that are people. */
  people?: string[]
}

interface Trouble {
  username: string
  signs: string[]
  message: string
}

export interface EnginePlan {
  changes: Change[]
  lines: string[]
  unnamed: string[]
  unnamed_lines: string[]
  troubles: Trouble[]
  needed: { username: string }[]
  fingerprint: string
}

/** The plan of each case, from one run of the program that stands next to a server. */
export async function plansOf(cases: Case[], name: keyof typeof authorities = 'synapse'): Promise<EnginePlan[]> {
  const answers = await ask(cases.map((each) => ({ method: 'plan_users', ...requestFor(each, name) })))
  return answers.map(({ facts }) => facts as unknown as EnginePlan)
}

/** Whether a plan that was kept is still true of these accounts. */
export async function checksOf(
  checks: { changes: Change[]; fingerprint: string; observed: ObservedUser[] }[],
): Promise<string[]> {
  const requests = checks.map((check) => ({
    method: 'check_plan',
    ...requestFor({ desired: [], observed: check.observed }, 'synapse'),
    ...check,
  }))
  return (await ask(requests)).map(({ signs }) => signs[0] ?? '')
}

async function ask(requests: object[]): Promise<{ signs: string[]; facts: Record<string, unknown> }[]> {
  runner ??= startPython('plan-runner.py', files)
  return (await runner.ask(requests)) as Awaited<ReturnType<typeof ask>>
}

function requestFor(
  { desired, observed, policy = 'managed', lockUnnamed = false, people = [] }: Case,
  name: keyof typeof authorities,
) {
  const { refused: refusals, usernames }: Authority = authorities[name]
  return {
    users: desired.map((user) => declaredAccount(user, 'example.org')),
    observed,
    people,
    policy,
    lock_unnamed: lockUnnamed,
    refusals,
    passwords: Object.fromEntries(
      desired.flatMap((user) => (user.enforcesPassword ? [[localpartOf(user), 'secret']] : [])),
    ),
    usernames,
    words: changeWords,
    reporting: reporting(name, {}),
  }
}
