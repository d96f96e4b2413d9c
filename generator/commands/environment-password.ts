import { readFileSync } from 'node:fs'
import { AppError } from '../errors/app-error.ts'
import { environmentSecret } from '../secrets/environment.ts'
import { Secret } from '../secrets/secret.ts'
import { utf8 } from './read-input.ts'

/** MATRIX_PASSWORD, if it is set and not empty. */
export function environmentPassword(): Secret | undefined {
  const given = environmentSecret('MATRIX_PASSWORD')
  if (given === undefined || given === '') return undefined
  if (given.includes('\uFFFD')) refuseOtherThanUtf8()
  return new Secret(given)
}

/** Node.js puts U+FFFD where the environment is not UTF-8. Linux shows the bytes; elsewhere they cannot be checked. */
function refuseOtherThanUtf8(): void {
  let bytes: Buffer
  try {
    bytes = readFileSync('/proc/self/environ')
  } catch {
    return
  }
  // latin1 has a character for each byte
  const entry = bytes
    .toString('latin1')
    .split('\0')
    .find((each) => each.startsWith('MATRIX_PASSWORD='))
  try {
    utf8(Buffer.from(entry ?? '', 'latin1'))
  } catch {
    throw new AppError('password_unusable', 'The password in MATRIX_PASSWORD is not UTF-8.', {
      hint: 'Nothing was changed. Check its encoding.',
    })
  }
}
