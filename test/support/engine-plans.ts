import { join } from 'node:path'
import { execa } from 'execa'
import type { Authority } from '../../generator/authorities/authority.ts'
import { authorities } from '../../generator/authorities/index.ts'
import { changes as changeWords } from '../../generator/operations/changes.ts'
import type { UserPlan } from '../../generator/plan/host-plan.ts'
import { declaredAccount } from '../../generator/render/accounts.ts'
import type { Change } from '../../generator/run/change.ts'
import type { Trouble } from '../../generator/run/declared.ts'
import { type ObservedUser, localpartOf } from './random-users.ts'

const files = join(import.meta.dirname, '../../roles/matrix_users/files')

/** Asks the plans of servers that have the accounts that each request says; boss is the admin by whom they are asked. */
const driver = `
import json, sys
sys.path.insert(0, sys.argv[1])
from matrix_server.converge import check_plan, plan_users
from matrix_server.results import Seen

class Said:
    beyond_lists = ("emails",)
    unknown_keys = ()
    def __init__(self, request):
        self.request, self.domain = request, "example.org"
    def user_id(self, account):
        return "@%s:%s" % (account["username"], self.domain)
    def list_users(self, account):
        users = [{**user, "emails": []} for user in self.request["observed"]]
        people = [user for user in users if user["username"] in self.request["people"]] if account.get("people") else users
        return Seen("found", users=people, acting_admin="@boss:example.org")
    def one(self, account):
        return next(user for user in self.request["observed"] if user["username"] == account["username"])
    def show_user(self, account):
        return Seen("found", user=dict(self.one(account)))
    look_beyond = show_user
    def owner_of(self, _address):
        return None
    def about_logins(self, _gives_passwords):
        return {}
    def set_password(self, account):
        return Seen("done/changed" if self.one(account)["hasOtherPassword"] else "done/unchanged")

methods = {"plan_users": plan_users, "check_plan": check_plan}
answers = (methods[request["method"]](Said(request), {}) for request in json.load(sys.stdin))
json.dump([{"signs": seen.signs, "facts": seen.facts} for seen in answers], sys.stdout)
`

/** What is declared, and what the server has. */
export interface Case {
  desired: UserPlan[]
  observed: ObservedUser[]
  policy?: 'managed' | 'exhaustive'
  lockUnnamed?: boolean
  /** Those of the server's accounts that are people. */
  people?: string[]
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
  const { stdout } = await execa('python3', ['-c', driver, files], { input: JSON.stringify(requests) })
  return JSON.parse(stdout) as Awaited<ReturnType<typeof ask>>
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
  }
}
