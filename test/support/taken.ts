import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Variables } from '../../generator/checkout/inventory.ts'
import { readByOurselves } from '../../generator/checkout/read-by-ourselves.ts'
import type { CliRun } from './cli.ts'
import { registrar } from './cli-in-process.ts'
import { makeDirectory } from './directory.ts'
import { copyOf } from './random-inventories.ts'
import { withoutAnsible } from './without-ansible.ts'

/** A checkout of the playbook with an inventory. */
export function checkoutWith(inventory: Record<string, string>): string {
  const files = Object.entries(inventory).map(([path, text]) => [`inventory/${path}`, text])
  return makeDirectory({ 'setup.yml': '', ...Object.fromEntries(files) })
}

interface Ways {
  before: Record<string, Variables>
  /** undefined: that way was refused. */
  takenOver?: Record<string, Variables>
  into?: Record<string, Variables>
  cleaned?: Record<string, Variables>
  /** What the commands printed. */
  printed: string
  /** The workspace that took over. */
  work: string
}

/** What counts for the hosts of a checkout, before and after each way to write into it, without Ansible. */
export async function goEachWay(checkout: string, words: string[] = []): Promise<Ways> {
  const [work, plain, into] = [join(makeDirectory(), 'work'), join(makeDirectory(), 'plain'), copyOf(checkout)]
  let printed = ''
  const succeeds = async (command: string[]) => {
    const run: CliRun = await registrar(command, { cwd: checkout, env: withoutAnsible })
    printed += run.stderr
    return run.exitCode === 0
  }
  const init = ['init', '--from', checkout, ...words]
  const ways: Ways = { before: valuesIn(checkout), printed, work }
  const isTaken = await succeeds([...init, '--take-over', '--out', work])
  if (isTaken && (await succeeds(['generate', '--out', work, join(work, 'registrar.yml')])))
    ways.takenOver = valuesIn(work)
  const isRead = await succeeds([...init, '--out', plain])
  if (isRead && (await succeeds(['generate', '--into', into, join(plain, 'registrar.yml')]))) {
    ways.into = valuesIn(into)
    await succeeds(['clean', join(into, 'inventory')])
    ways.cleaned = valuesIn(into)
  }
  return { ...ways, printed }
}

/** Without the variables of the role, which are registrar's own. */
export function valuesIn(root: string): Record<string, Variables> {
  const names = ['hosts', 'hosts.yml', 'hosts.yaml', 'hosts-production', 'production.ini', 'servers.yaml']
  const file = names.map((name) => join(root, 'inventory', name)).find((each) => existsSync(each)) ?? ''
  return Object.fromEntries(
    [...readByOurselves(file, file).hosts].map(([host, variables]) => [
      host,
      Object.fromEntries(Object.entries(variables).filter(([name]) => !name.startsWith('matrix_users_'))),
    ]),
  )
}
