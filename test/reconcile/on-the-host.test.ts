import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import fc from 'fast-check'
import type { Authority } from '../../generator/authorities/authority.ts'
import { authorities } from '../../generator/authorities/index.ts'
import { changes as changeWords } from '../../generator/operations/changes.ts'
import { type Failure, failures } from '../../generator/operations/failures.ts'
import type { UserPlan } from '../../generator/plan/host-plan.ts'
import { type ObservedUser, reconcile } from '../../generator/reconcile/reconcile.ts'
import { declaredAccount } from '../../generator/render/accounts.ts'
import { meaningOf } from '../../generator/run/perform.ts'
import { fillFacts } from '../../generator/run/report.ts'
import { desiredUsers, localpartOf, observedUsers } from '../support/random-users.ts'

const cases = 1000
const policies = [
  { policy: 'managed', lock_unnamed: false },
  { policy: 'exhaustive', lock_unnamed: false },
  { policy: 'exhaustive', lock_unnamed: true },
] as const
const files = join(import.meta.dirname, '../../roles/matrix_users/files')
const program = ['common.py', 'converge.py'].map((name) => readFileSync(join(files, name), 'utf8')).join('\n')

/** Plans for servers that have the accounts that each case says. */
const driver = `${program}
class Said:
    beyond_lists = ("emails",)
    def __init__(self, request):
        self.request, self.domain = request, "example.org"
    def user_id(self, account):
        return "@%s:%s" % (account["username"], self.domain)
    def list_users(self, account):
        users = [{**user, "emails": []} for user in self.request["observed"]]
        people = [user for user in users if user["username"] in ("alice", "bob", "boss")] if account.get("people") else users
        return Seen("found", users=people, acting_admin="@boss:example.org")
    def one(self, account):
        return next(user for user in self.request["observed"] if user["username"] == account["username"])
    def show_user(self, account):
        return Seen("found", user=self.one(account))
    def owner_of(self, _address):
        return None
    def set_password(self, account):
        return Seen("done/changed" if self.one(account)["hasOtherPassword"] else "done/unchanged")

json.dump([plan_users(Said(request), {}).facts for request in json.load(sys.stdin)], sys.stdout)
`

interface Planned {
  changes: object[]
  unnamed: string[]
  troubles: { username: string; signs: string[]; facts: Record<string, unknown> }[]
}

describe.each(['synapse', 'dendrite'] as const)('what ensure-users plans on the host of a %s', (name) => {
  const authority: Authority = authorities[name]

  it(`is what registrar plan plans, in ${cases} random cases`, async () => {
    const samples = fc
      .sample(fc.tuple(desiredUsers, observedUsers), { numRuns: cases, seed: 7 })
      .map(([desired, observed], index) => ({ desired: desired.map(enforced), observed, policy: policies[index % 3] }))
    const requests = samples.map(({ desired, observed, policy }) => ({
      ...requestFor(name, desired, observed),
      ...policy,
    }))
    const { stdout } = await execa('python3', ['-c', driver], { input: JSON.stringify(requests) })
    const answers = JSON.parse(stdout) as Planned[]
    const ours = samples.map(({ desired, observed, policy }) => {
      const unnamed =
        policy?.policy === 'exhaustive'
          ? { people: new Set(['alice', 'bob', 'boss']), isLocked: policy.lock_unnamed }
          : undefined
      const {
        changes,
        problems,
        unnamed: told,
      } = reconcile(desired, compared(desired, observed), {
        domain: 'example.org',
        authority,
        actingAdmin: 'boss',
        unnamed,
      })
      return {
        changes,
        unnamed: told.map((username) => `? @${username}:example.org  nobody declared it`),
        problems: problems.map(({ username, message }) => `${username}: ${message}`).sort(),
      }
    })
    expect(
      answers.map(({ changes, unnamed, troubles }) => ({
        changes,
        unnamed,
        problems: troubles.map((trouble) => told(trouble, authority)).sort(),
      })),
    ).toEqual(ours)
    expect(ours.some(({ unnamed }) => unnamed.length > 1)).toBe(true)
    expect(ours.some(({ changes }) => changes.length > 5) && ours.some(({ problems }) => problems.length > 2)).toBe(
      true,
    )
  })
})

function enforced(user: UserPlan): UserPlan {
  return user.password ? { ...user, enforcesPassword: true } : user
}

/** As registrar plan finds it: it asks for the addresses of accounts in use alone, and compares the passwords that are to be enforced. */
function compared(desired: UserPlan[], observed: ObservedUser[]): ObservedUser[] {
  const kept = new Set(
    desired.flatMap((user) => (user.enforcesPassword && user.state !== 'deactivated' ? [localpartOf(user)] : [])),
  )
  return observed.map((user) => ({
    ...user,
    emails: user.deactivated ? [] : user.emails,
    hasOtherPassword: user.hasOtherPassword === true && !user.deactivated && kept.has(user.username),
  }))
}

function requestFor(name: 'synapse' | 'dendrite', desired: UserPlan[], observed: ObservedUser[]) {
  const refusals = Object.fromEntries(
    Object.entries((authorities[name] as Authority).operations).flatMap(([operation, steps]) =>
      'refused' in steps ? [[operation, steps]] : [],
    ),
  )
  const passwords = Object.fromEntries(
    desired.flatMap((user) => (user.enforcesPassword ? [[localpartOf(user), 'secret']] : [])),
  )
  return {
    users: desired.map((user) => declaredAccount(user, 'example.org')),
    observed,
    refusals,
    passwords,
    words: changeWords,
  }
}

function told({ username, signs, facts }: Planned['troubles'][number], authority: Authority): string {
  const { message } = failures[meaningOf(signs, authority) as Failure]
  return `${username}: ${fillFacts(message, { homeserver: authority.label, ...facts })}`
}
