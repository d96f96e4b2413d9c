import { join } from 'node:path'
import { appendFileSync, existsSync, writeFileSync } from 'node:fs'
import { execa } from 'execa'
import fc from 'fast-check'
import { jest } from '@jest/globals'
import { cleanCommand } from '../../generator/commands/clean.ts'
import { importCommand } from '../../generator/commands/import.ts'
import { migrateCommand } from '../../generator/commands/migrate.ts'
import { vaultSecretsCommand } from '../../generator/commands/vault-secrets.ts'
import { newestRelease } from '../../generator/dialects/releases.ts'
import { generateCommand } from '../../generator/commands/generate.ts'
import { initCommand } from '../../generator/commands/init.ts'
import { AppError } from '../../generator/errors/app-error.ts'
import { type AnsibleVersion, installAnsible } from '../lab/install.ts'
import { makeDirectory, readTree, removeDirectories } from '../support/directory.ts'
import { isExhaustive } from '../support/exhaustive.ts'
import { aged, asBefore, hostAlone } from '../support/inventory-ways.ts'
import { copyOf, hosts, makeCheckout, type RandomInventory, randomInventory } from '../support/random-inventories.ts'
import { withoutAnsible } from '../support/without-ansible.ts'

jest.setTimeout(20_000_000) // 500 of them, on a busy machine
afterAll(removeDirectories)

const count = isExhaustive ? 500 : 20
const [host = ''] = hosts

/** How often what was refused, and why. */
const refusals = new Map<string, number>()

/** The command in this process; undefined: it refused. */
async function run(make: typeof initCommand, words: string[]): Promise<number | undefined> {
  let code: number | undefined
  let reason = 'contradictions'
  try {
    await make((exitCode) => (code = exitCode)).parseAsync(words, { from: 'user' })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    reason = error.code
  }
  if (code === 0) return code
  const key = `${make.name.replace('Command', '')}${words.includes('--take-over') ? ' --take-over' : ''}: ${reason}`
  refusals.set(key, (refusals.get(key) ?? 0) + 1)
  return undefined
}

/** An inventory before, and what became of it by each way; a way that was refused is left out. */
interface Ways {
  before: string
  takenOver?: string
  into?: string
  cleaned?: string
  /** The checkout in years past, and what `migrate` made of it. */
  aged: string
  migrated: string
  /** The host's own files alone, and the workspace that `import` and `generate` made of them. */
  alone?: string
  imported?: string
  /** `into` with a secret in the host file, before and after `vault-secrets`. */
  unsealed?: string
  sealed?: string
}

/** Encrypting is a process each, so only some have a secret. */
const sealedEach = isExhaustive ? 25 : 10

async function go(inventory: RandomInventory, seals: boolean): Promise<Ways> {
  const checkout = makeCheckout(inventory)
  const old = aged(checkout)
  const migrated = copyOf(old)
  await run(migrateCommand, [...kindsIn(migrated), '--to', newestRelease])
  const { root: alone, files } = hostAlone(checkout)
  const work = join(makeDirectory(), 'work')
  const printed = ['--from', checkout, '--host', host, '--domain', 'a.example', '--homeserver', 'synapse']
  const ways: Ways = { before: checkout, aged: old, migrated }
  const fresh = join(makeDirectory(), 'imported')
  if (files.length > 0 && (await run(importCommand, [...files, '--host', host, '--out', fresh])) === 0) {
    if ((await run(generateCommand, [join(fresh, 'registrar.yml')])) === 0)
      Object.assign(ways, { alone, imported: fresh })
  }
  if ((await run(initCommand, [...printed, '--take-over', '--out', work])) === 0) {
    const code = await run(generateCommand, [join(work, 'registrar.yml')])
    if (code === 0) ways.takenOver = work
  }
  const plain = join(makeDirectory(), 'plain')
  if ((await run(initCommand, [...printed, '--out', plain])) !== 0) return ways
  const into = copyOf(checkout)
  const code = await run(generateCommand, [join(plain, 'registrar.yml'), '--into', into])
  if (code !== 0) expect(readTree(into)).toEqual(readTree(checkout))
  if (code !== 0) return ways
  const cleaned = copyOf(into)
  await run(cleanCommand, [join(cleaned, 'inventory')])
  return { ...ways, into, cleaned, ...(seals ? await seal(plain, into) : {}) }
}

/** A secret in the host file, read from its source by Ansible, and then from a vault. */
async function seal(plain: string, checkout: string): Promise<Pick<Ways, 'unsealed' | 'sealed'>> {
  const hostFile = join(plain, 'registrar.yml')
  const secret = 'matrix_synapse_macaroon_secret_key: { env: REGISTRAR_TEST_SECRET }'
  appendFileSync(hostFile, `\nextra_vars:\n  ${secret}\n`)
  const unsealed = copyOf(checkout)
  if ((await run(generateCommand, [hostFile, '--into', unsealed])) !== 0) return {}
  const sealed = copyOf(unsealed)
  const password = join(makeDirectory({ password: 'vault' }), 'password')
  process.env['REGISTRAR_TEST_SECRET'] = 'a secret'
  process.env['PATH'] = `${await installAnsible('newest')}:${String(process.env['PATH'])}`
  const code = await run(vaultSecretsCommand, ['-f', hostFile, '--into', sealed, '--vault-password-file', password])
  process.env['PATH'] = withoutAnsible.PATH
  return code === 0 ? { unsealed, sealed } : {}
}

function kindsIn(checkout: string): string[] {
  return ['group_vars', 'host_vars'].map((kind) => join(checkout, 'inventory', kind)).filter((path) => existsSync(path))
}

const hostsFileOf = (checkout: string): string =>
  ['hosts', 'hosts.yml'].map((name) => join(checkout, 'inventory', name)).find((file) => existsSync(file)) ?? ''

type Variables = Record<string, unknown>

async function listAll(checkouts: string[], ansible: AnsibleVersion): Promise<Record<string, Variables>[]> {
  const password = join(makeDirectory(), 'password')
  writeFileSync(password, 'vault')
  const { stdout } = await execa(
    join(await installAnsible(ansible), 'python'),
    [join(import.meta.dirname, '../support/list-inventories.py')],
    {
      input: JSON.stringify(checkouts.map(hostsFileOf)),
      env: { ANSIBLE_VAULT_PASSWORD_FILE: password, ANSIBLE_NOCOLOR: '1' },
    },
  )
  return JSON.parse(stdout) as Record<string, Variables>[]
}

/** What a host file has on purpose here: the two that were given on the command line. */
const onPurpose = ['matrix_domain', 'matrix_homeserver_implementation']

/** Without what was given on purpose, and without the variables of the role. */
function comparable(listed: Record<string, Variables>): Record<string, Variables> {
  const rest = (variables: Variables) =>
    Object.fromEntries(
      Object.entries(variables).filter(([name]) => !onPurpose.includes(name) && !name.startsWith('matrix_users_')),
    )
  return Object.fromEntries(Object.entries(listed).map(([name, variables]) => [name, rest(variables)]))
}

/** Each host without the variable that was encrypted. */
function withoutSecret(listed: Record<string, Variables>): Record<string, Variables> {
  return Object.fromEntries(
    Object.entries(listed).map(([name, { matrix_synapse_macaroon_secret_key: _, ...rest }]) => [name, rest]),
  )
}

it(`Ansible reads the same in ${count} inventories after taking them over, writing into them, and cleaning them`, async () => {
  jest.spyOn(process.stderr, 'write').mockReturnValue(true)
  const path = process.env['PATH']
  process.env['PATH'] = withoutAnsible.PATH // our own reader judges, so that Ansible starts once for all of them, afterwards
  const all: Ways[] = []
  for (const inventory of fc.sample(randomInventory, { numRuns: count, seed: 20261127 }))
    all.push(await go(inventory, all.length % sealedEach === 0))
  process.env['PATH'] = path
  jest.restoreAllMocks()
  const paths = all.flatMap((ways) => Object.values(ways) as string[])
  const versions = ['2.16', 'newest'] as const
  for (const lists of await Promise.all(versions.map((ansible) => listAll(paths, ansible)))) {
    const listOf = (at: string) => lists[paths.indexOf(at)] ?? {}
    for (const { before, takenOver, into, cleaned, ...more } of all) {
      const [was_, is_] = [listOf(more.aged), listOf(more.migrated)]
      for (const [name, variables] of Object.entries(was_))
        expect({ at: more.migrated, name, is: asBefore(variables, is_[name] ?? {}) }).toEqual({
          at: more.migrated,
          name,
          is: variables,
        })
      if (more.alone && more.imported)
        expect({ at: more.imported, is: comparable(listOf(more.imported)) }).toEqual({
          at: more.imported,
          is: comparable(listOf(more.alone)),
        })
      if (more.unsealed && more.sealed)
        expect({ at: more.sealed, is: withoutSecret(listOf(more.sealed)) }).toEqual({
          at: more.sealed,
          is: withoutSecret(listOf(more.unsealed)),
        })
      const was = listOf(before)
      if (cleaned !== undefined) expect({ before, is: listOf(cleaned) }).toEqual({ before, is: was })
      for (const at of [takenOver, into])
        if (at !== undefined)
          expect({ before, at, is: comparable(listOf(at)) }).toEqual({ before, at, is: comparable(was) })
    }
  }
  const done = (way: keyof Ways) => all.filter((ways) => ways[way] !== undefined).length
  console.info(
    `${done('takenOver')} of ${count} taken over, ${done('into')} written into, ${done('imported')} imported, ${done('sealed')} with a vault; refused:`,
    refusals,
  )
  expect(done('takenOver')).toBeGreaterThan(count * 0.9)
  expect(done('into')).toBeGreaterThan(count * 0.6)
  expect(done('imported')).toBeGreaterThan(count * 0.2)
  expect(done('sealed')).toBeGreaterThan(0)
})
