import { failures, refusals } from '../../generator/operations/failures.ts'

// What is refused, whoever asks can correct (exit 2); all else failed on the server or on the way there (exit 3).

it.each([
  'invalid_username',
  'other_domain',
  'not_confirmed',
  'password_missing',
  'password_too_short',
  'password_too_long',
  'password_unusable',
  'weak_password',
  'reserved_namespace',
  'unsupported',
  'access_missing',
  'account_deactivated',
  'expires_invalid',
  'uses_invalid',
  'kind_invalid',
  'email_invalid',
] as const)('%s is refused, not failed', (name) => expect(refusals.has(name)).toBe(true))

it.each(['secret_mismatch', 'secret_missing', 'program_failed', 'delegated', 'not_proven'] as const)(
  '%s failed, and is not refused',
  (name) => expect(refusals.has(name)).toBe(false),
)

it.each([
  ['secret_mismatch', /restart %\(service\)s/],
  ['secret_missing', /registration_shared_secret/],
  ['invalid_username', /lower-case letters/],
  ['password_too_long', /shorter/],
  ['password_too_short', /longer/],
  ['not_confirmed', /--yes/],
  ['locked_by_another', /[Ww]ait/],
  ['program_failed', /report/],
] as const)('the hint of %s says what to do', (name, words) => expect(failures[name].hint).toMatch(words))
