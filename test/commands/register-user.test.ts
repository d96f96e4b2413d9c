import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const hostFile = (insists: boolean) => `version: 1
domain: example.com
host: matrix.invalid
homeserver: synapse
authority: mas
mas: { email_required: ${insists} }
access: { client: { id: 01M84NTCDCP7JWDC9PM2DKJ4V9, secret: { env: SECRET } } }
connection: { kind: ssh, user: root }
`

it.each([
  [true, [], true],
  [true, ['--email', 'john@example.com'], false],
  [false, [], false],
])(
  'says before anything is done that MAS will ask for an address (it insists: %s, %j): %s',
  async (insists, words, isReported) => {
    const cwd = makeDirectory({ 'registrar.yml': hostFile(insists) })
    const { stderr } = await registrar(['register-user', 'john', ...words], {
      cwd,
      env: { SECRET: 'secret', MATRIX_PASSWORD: 'secret-password' },
    })
    expect(
      stderr.startsWith(
        'note: MAS will ask for an e-mail address at the first sign-in; add one now with --email ADDRESS.\n',
      ),
    ).toBe(isReported)
  },
)
