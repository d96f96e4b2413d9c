import { inspect } from 'node:util'
import { join } from 'node:path'
import type { SecretReference } from '../../generator/plan/host-plan.ts'
import { resolveSecret } from '../../generator/secrets/resolve-secret.ts'
import { Secret } from '../../generator/secrets/secret.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

it('a secret prints as [secret], however it is printed', () => {
  const secret = new Secret('hidden')
  expect([`${secret}`, JSON.stringify({ secret }), inspect({ secret }), String(secret)].join(' ')).not.toContain('hidden')
  expect(secret.reveal()).toBe('hidden')
})

const resolved = async (reference: SecretReference, directory = '/') => (await resolveSecret(reference, directory)).reveal()

it.each([
  ['a b', 'a b'],
  ['a\n', 'a'],
  ['a\n\n', 'a\n'],
  [' a ', ' a '],
  ['', ''],
])('of the file %j the secret is %j', async (text, secret) => {
  const directory = makeDirectory({ 'secrets/become': text })
  expect(await resolved({ file: 'secrets/become' }, directory)).toBe(secret)
  expect(await resolved({ file: join(directory, 'secrets/become') })).toBe(secret)
})

it('a command answers with it, in the directory of the host file', async () => {
  expect(await resolved({ command: ['cat', 'become'] }, makeDirectory({ become: 'a\n\n' }))).toBe('a\n')
})

it('a variable has it', async () => {
  expect(await resolved({ env: 'PATH' })).toBe(process.env['PATH'])
})

it.each<[string, SecretReference, RegExp]>([
  ['a variable that is not set', { env: 'NO_SUCH_VARIABLE' }, /NO_SUCH_VARIABLE is not set/],
  ['a file that is not there', { file: 'nowhere' }, /nowhere cannot be read \(ENOENT\)/],
  ['a command that fails', { command: ['false'] }, /false failed with 1/],
  ['a command that is not there', { command: ['no-such-program'] }, /no-such-program failed/],
  ['a variable of Ansible', { ansible_var: 'vault_become' }, /vault_become, which only Ansible can read/],
])('%s is told', async (_name, reference, message) => {
  await expect(resolveSecret(reference, makeDirectory())).rejects.toThrow(message)
})
