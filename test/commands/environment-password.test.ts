import { execFileSync } from 'node:child_process'
import { bundled } from '../support/bundled.ts'
import { removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const script = bundled(`
import { environmentPassword } from './generator/commands/environment-password.ts'
import { takeOwnSecrets } from './generator/secrets/environment.ts'
takeOwnSecrets()
try {
  console.log(JSON.stringify([environmentPassword()?.reveal(), process.env.MATRIX_PASSWORD]))
} catch (error) {
  console.log(error.code, error.message)
}`)

/** What it is, and what stays in the environment; the shell makes the bytes. */
function passwordOf(assignment: string): string {
  return execFileSync('sh', ['-c', `${assignment} exec "$0" "$1"`, process.execPath, script], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  }).trim()
}

it('is taken as it is, and out of the environment', () => {
  expect(passwordOf(`MATRIX_PASSWORD=' {{ é \u{1F600} \uFFFD '`)).toBe(
    JSON.stringify([' {{ é \u{1F600} \uFFFD ', null]),
  )
})

it('is none when it is empty', () => {
  expect(passwordOf('MATRIX_PASSWORD=')).toBe('[null,null]')
})

const onLinux = process.platform === 'linux' ? it : it.skip

onLinux('is refused when it is not UTF-8', () => {
  expect(passwordOf(`MATRIX_PASSWORD="$(printf 'caf\\351')"`)).toBe(
    'password_unusable The password in MATRIX_PASSWORD is not UTF-8.',
  )
})
