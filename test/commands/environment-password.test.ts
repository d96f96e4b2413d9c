import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const script = `
import { environmentPassword } from './generator/commands/environment-password.ts'
import { takeOwnSecrets } from './generator/secrets/environment.ts'
takeOwnSecrets()
try {
  console.log(JSON.stringify([environmentPassword()?.reveal(), process.env.MATRIX_PASSWORD]))
} catch (error) {
  console.log(error.code, error.message)
}`

/** What it is, and what stays in the environment; the shell makes the bytes. */
function passwordOf(assignment: string): string {
  const command = `${assignment} exec "$0" --import tsx --input-type=module -e "$1"`
  return execFileSync('sh', ['-c', command, process.execPath, script], {
    cwd: root,
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
