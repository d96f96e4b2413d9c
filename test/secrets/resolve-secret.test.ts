import { writeFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { join } from 'node:path'
import type { SecretReference } from '../../generator/plan/host-plan.ts'
import { resolveSecret } from '../../generator/secrets/resolve-secret.ts'
import { Secret } from '../../generator/secrets/secret.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

it('a secret prints as [secret], however it is printed', () => {
  const secret = new Secret('hidden')
  expect([`${secret}`, JSON.stringify({ secret }), inspect({ secret }), String(secret)].join(' ')).not.toContain(
    'hidden',
  )
  expect(secret.reveal()).toBe('hidden')
})

const resolved = async (reference: SecretReference, directory = '/') =>
  (await resolveSecret(reference, directory)).reveal()

it.each([
  ['a b', 'a b'],
  ['a\n', 'a'],
  ['a\nb\n', 'a\nb'],
  [' a ', ' a '],
])('of the file %j the secret is %j', async (text, secret) => {
  const directory = makeDirectory({ 'secrets/become': text })
  expect(await resolved({ file: 'secrets/become' }, directory)).toBe(secret)
  expect(await resolved({ file: join(directory, 'secrets/become') })).toBe(secret)
})

it('a command answers with it, in the directory of the host file', async () => {
  expect(await resolved({ command: ['cat', 'become'] }, makeDirectory({ become: 'a\nb\n' }))).toBe('a\nb')
})

it('a variable has it', async () => {
  expect(await resolved({ env: 'PATH' })).toBe(process.env['PATH'])
})

it.each<[string, SecretReference, string]>([
  ['a variable that is not set', { env: 'NO_SUCH_VARIABLE' }, 'environment variable NO_SUCH_VARIABLE is not set'],
  ['a file that is not there', { file: 'nowhere' }, 'nowhere cannot be read: there is no such file'],
  ['a variable that is empty', { env: 'EMPTY' }, 'The environment variable EMPTY is empty.'],
  [
    'a variable of blanks',
    { env: 'BLANK', setting: 'access.token' },
    'access.token: the environment variable BLANK is',
  ],
  [
    'a blank password of an account',
    { file: 'blank', setting: 'users, alice: password' },
    'users, alice: password: the file',
  ],
  ['a file that is empty', { file: 'empty' }, 'empty is empty'],
  ['a file of a newline', { file: 'newline', setting: 'access.token' }, 'newline is empty'],
  ['a file of blanks', { file: 'blank' }, 'blank is empty'],
  ['a command that says nothing', { command: ['true'] }, 'The command true printed nothing.'],
  ['a command that says a newline', { command: ['echo'] }, 'The command echo printed nothing.'],
  ['a file that is not UTF-8', { file: 'latin-1' }, 'is not UTF-8'],
  ['a command that fails', { command: ['false'] }, 'The command false failed with 1.'],
  ['a command that is not there', { command: ['no-such-program'] }, 'The command no-such-program was not found.'],
  ['a variable of Ansible', { ansible_var: 'vault_become' }, 'vault_become, which only Ansible can read'],
])('%s is reported', async (_name, reference, message) => {
  Object.assign(process.env, { EMPTY: '', BLANK: ' \t ' })
  const directory = makeDirectory({ empty: '', newline: '\n', blank: ' \t\r\n\u00a0\u0085\n' })
  writeFileSync(join(directory, 'latin-1'), Buffer.from('p\xe9', 'latin1'))
  await expect(resolveSecret(reference, directory)).rejects.toThrow(message)
})
