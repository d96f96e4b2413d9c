import { parse } from 'yaml'
import { type AccessLines, withAccess } from '../../generator/commands/edit-access.ts'

const token = { token: '{ file: secrets/a.token }' }
const gone = { token: undefined, login: undefined }
const head = 'version: 1 # ours\nhost: a\n'

it.each([
  ['is added at the end', head, token, `${head}\naccess:\n  token: { file: secrets/a.token }\n`],
  [
    'is added where no newline ends the file',
    'host: a',
    token,
    'host: a\n\naccess:\n  token: { file: secrets/a.token }\n',
  ],
  [
    'is added above the accounts and the comment that is theirs',
    `${head}\n# people\nusers:\n  - { username: anna }\n`,
    token,
    `${head}\naccess:\n  token: { file: secrets/a.token }\n\n# people\nusers:\n  - { username: anna }\n`,
  ],
  [
    'is added above a list of files',
    `${head}users_files: [a.yml]\n`,
    token,
    `${head}\naccess:\n  token: { file: secrets/a.token }\n\nusers_files: [a.yml]\n`,
  ],
  [
    'takes the place of another, and comments stay',
    `${head}access:\n  # why\n  login:\n    username: anna\n    password: { env: X } # here\n  # more\n  prefer_database: true\nweb: {}\n`,
    { ...gone, ...token },
    `${head}access:\n  # why\n  token: { file: secrets/a.token }\n  # more\n  prefer_database: true\nweb: {}\n`,
  ],
  [
    'is added to others',
    `access:\n    prefer_database: true\nhost: a\n`,
    token,
    `access:\n    token: { file: secrets/a.token }\n    prefer_database: true\nhost: a\n`,
  ],
  [
    'is changed on one line',
    'access: { token: { env: X }, prefer_database: true } # mine\nhost: a\n',
    token,
    'access: { prefer_database: true, token: { file: secrets/a.token } } # mine\nhost: a\n',
  ],
  ['fills an empty key', 'access:\nhost: a\n', token, 'access: { token: { file: secrets/a.token } }\nhost: a\n'],
  ['goes', `${head}access:\n  token: { env: X }\nweb: {}\n`, gone, `${head}web: {}\n`],
  ['goes from one line', `access: { token: { env: X } }\n${head}`, gone, head],
  [
    'goes from beside others',
    `access:\n  token:\n    env: X\n  prefer_database: true\n`,
    gone,
    `access:\n  prefer_database: true\n`,
  ],
  [
    'keeps the line ends of Windows',
    'host: a\r\n',
    token,
    'host: a\r\n\r\naccess:\r\n  token: { file: secrets/a.token }\r\n',
  ],
  ['is not there to go', head, gone, head],
] satisfies [string, string, AccessLines, string][])('access %s', (_name, text, lines, expected) => {
  expect(withAccess(text, lines)).toBe(expected)
  expect(() => parse(expected) as unknown).not.toThrow()
})

it.each(['{ version: 1, host: a }\n', '{"version": 1}\n', '- a\n', 'text\n'])(
  'a file without keys one below the other is left alone: %j',
  (text) => expect(withAccess(text, token)).toBeUndefined(),
)
