import { authorities } from '../../generator/authorities/index.ts'
import { addEmail } from '../../generator/operations/add-email.ts'
import { deactivateUser } from '../../generator/operations/deactivate-user.ts'
import { createRegistrationToken } from '../../generator/operations/create-registration-token.ts'
import { lockUser } from '../../generator/operations/lock-user.ts'
import type { Operation } from '../../generator/operations/operation.ts'
import type { ParameterName } from '../../generator/operations/parameters.ts'
import { objection } from '../../generator/operations/preflight.ts'
import { revokeRegistrationToken } from '../../generator/operations/revoke-registration-token.ts'
import { registerUser } from '../../generator/operations/register-user.ts'

function objectionTo(operation: Operation, given: Partial<Record<ParameterName, string>>, check = false) {
  const { usernames } = authorities.synapse
  return objection({ operation, given, domain: 'example.org', usernames, password: undefined, check })
}

it.each<[string, string | undefined]>([
  ['john', undefined],
  ['@john:example.org', undefined],
  ['', 'username_missing'],
  ['@john:other.org', 'other_domain'],
  ['john smith', 'invalid_username'],
  [' john', 'invalid_username'],
  ['John', 'invalid_username'],
  ['12345', 'invalid_username'],
  ['x'.repeat(242), undefined],
  ['x'.repeat(243), 'invalid_username'],
])('a new account %j: %s', (username, failure) => {
  expect(objectionTo(registerUser, { username })).toBe(failure)
})

it('an old account can have a name that no new one can have', () => {
  expect(objectionTo(lockUser, { username: 'John' })).toBeUndefined()
  expect(objectionTo(lockUser, { username: 'john smith' })).toBe('invalid_username')
})

it.each<[object, boolean, string | undefined]>([
  [{}, false, 'not_confirmed'],
  [{ yes: 'no' }, false, 'not_confirmed'],
  [{ yes: 'yes' }, false, undefined],
  [{ confirm_erase: '@john:example.org' }, false, undefined],
  [{}, true, undefined],
])('what cannot be undone is confirmed: %j, predicted: %s', (given, check, failure) => {
  expect(objectionTo(deactivateUser, { username: 'john', ...given }, check)).toBe(failure)
})

it('what is required, and only that, is missed', () => {
  expect(objectionTo(createRegistrationToken, {})).toBeUndefined()
  expect(objectionTo(revokeRegistrationToken, {})).toBe('token_missing')
  expect(objectionTo(addEmail, { username: 'john' })).toBe('email_missing')
})
