import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { jest } from '@jest/globals'
import { parsePlanFile } from '../../../generator/run/plan-file.ts'
import { registrar } from '../../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../../support/directory.ts'
import { isExhaustive } from '../../support/exhaustive.ts'
import { mutated } from '../../support/mutated.ts'
import { withoutAnsible } from '../../support/without-ansible.ts'

jest.setTimeout(3_600_000)
afterAll(removeDirectories)

const root = join(import.meta.dirname, '../../..')
/** The texts of the files below a directory whose paths are such. */
const textsOf = (directory: string, path: RegExp) =>
  readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' })
    .filter((each) => path.test(each))
    .map((each) => readFileSync(join(root, directory, each), 'utf8'))

const hostFiles = textsOf('inventory-examples', /registrar\.yml$|several-hosts\/hosts\/.*yml$/)
const variables = textsOf('test/fixtures/operators', /ya?ml$|json$/)
const host =
  'version: 1\ndomain: example.com\nhost: matrix.example.com\nhomeserver: synapse\nconnection: { kind: ssh }\n'
const people = [
  'username,display_name,emails,admin\njohn,John Doe,john@example.com,no\nmary,"Poppins, Mary",,yes\n',
  "username;name\nzoe;Zoë O'Hara\n",
  'name,class\nJohn Doe,7b\nJohn Doe,\n',
]
const plan = JSON.stringify(
  {
    version: 1,
    host: 'matrix.example.com',
    domain: 'example.com',
    fingerprint: 'a',
    changes: [{ username: 'john', kind: 'register', description: 'register', admin: true }],
  },
  null,
  1,
)
const inventories = [
  '[matrix_servers]\nmatrix.a.example ansible_host=203.0.113.5 ansible_user=root x=1\n\n[up:children]\nmatrix_servers\n\n[up:vars]\na=1\nb="{{ a }}"\n',
  'all:\n  vars: { x: 1 }\n  children:\n    matrix_servers:\n      hosts:\n        matrix.a.example: { ansible_user: root, ansible_port: 22 }\n',
]

/** What is read, the file that it stands in beside others, and the commands that read it. */
interface Input {
  corpus: string[]
  file: string
  beside?: Record<string, string>
  words: string[][]
}

const inputs: Record<string, Input> = {
  'host file': {
    corpus: hostFiles,
    file: 'registrar.yml',
    words: [
      ['validate', 'registrar.yml'],
      ['generate', 'registrar.yml', '--check'],
    ],
  },
  'variables of the playbook': {
    corpus: variables,
    file: 'vars.yml',
    words: [
      ['check-vars', 'vars.yml'],
      ['migrate', 'vars.yml', '--to', '2026-08', '--diff'],
    ],
  },
  'a list of people': {
    corpus: people,
    file: 'people.csv',
    beside: { 'registrar.yml': host },
    words: [
      ['import-users', 'people.csv', '--make-usernames'],
      ['register-user', '--from-csv', 'people.csv', '--generate-password', '--dry-run'],
    ],
  },
  'an inventory': {
    corpus: inventories,
    file: 'mdad/inventory/hosts',
    beside: {
      'mdad/setup.yml': '',
      'mdad/inventory/host_vars/matrix.a.example/vars.yml': 'matrix_domain: a.example\n',
    },
    words: [
      ['check-vars', 'mdad/inventory'],
      ['init', '--from', 'mdad', '--out', 'out/x'],
    ],
  },
}

/** Every kind of end but "a bug in the program"; of the processor at most so many seconds. */
const ends = [0, 1, 2, 3]
const longest = 2

it.each(Object.keys(inputs))('%s, changed at random: each command ends with an answer, soon', async (kind) => {
  const { corpus, file, beside = {}, words } = inputs[kind] as Input
  const cwd = makeDirectory(beside)
  mkdirSync(dirname(join(cwd, file)), { recursive: true })
  const numRuns = isExhaustive ? (kind === 'host file' ? 20_000 : 5000) : 60
  const codes = new Map<string, number>()
  const property = fc.asyncProperty(mutated(corpus), async (bytes) => {
    writeFileSync(join(cwd, file), bytes)
    rmSync(join(cwd, 'out'), { recursive: true, force: true })
    for (const each of words) {
      const start = process.cpuUsage()
      const { exitCode, stderr } = await registrar(each, { cwd, env: withoutAnsible })
      const { user } = process.cpuUsage(start)
      codes.set(`${each[0]} ${exitCode}`, (codes.get(`${each[0]} ${exitCode}`) ?? 0) + 1)
      expect({ exitCode: ends.includes(exitCode), stderr }).toEqual({ exitCode: true, stderr })
      expect(user / 1e6).toBeLessThan(longest)
    }
  })
  await fc.assert(property, { numRuns, seed: 20261128, endOnFailure: !isExhaustive })
  console.info(`${numRuns} times ${kind}:`, codes)
})

it('a kept plan, changed at random, is a plan or none', () => {
  fc.assert(
    fc.property(mutated([plan]), (bytes) => {
      const read = parsePlanFile(bytes.toString('utf8'))
      expect(read === undefined || Array.isArray(read.changes)).toBe(true)
    }),
    { numRuns: isExhaustive ? 5000 : 500, seed: 20261128 },
  )
})
