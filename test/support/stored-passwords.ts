import { join } from 'node:path'
import { execa } from 'execa'
import type { LabHost } from '../lab/host.ts'
import { installSynapse } from '../lab/install.ts'
import type { Account } from './password-bars.ts'

const hashes = {
  synapse: {
    database: 'synapse',
    query: 'SELECT split_part(substr(name, 2), chr(58), 1), password_hash FROM users',
    normalize: (password: string) => password.normalize('NFKC'), // as Synapse does before it hashes
  },
  dendrite: {
    database: 'dendrite_userapi',
    query: 'SELECT localpart, password_hash FROM userapi_accounts',
    normalize: (password: string) => password,
  },
}

const compare = `
import bcrypt, json, sys
def is_stored(password, hash):
    return len(password) <= 72 and bcrypt.checkpw(password, hash)
json.dump([is_stored(password.encode(), hash.encode()) for password, hash in json.load(sys.stdin)], sys.stdout)
`

/** Those of the accounts whose password is not the one in the homeserver's database; quicker than to log each in. */
export async function storedOtherwise(
  accounts: Account[],
  kind: 'synapse' | 'dendrite',
  host: LabHost,
): Promise<Account[]> {
  const { database, query, normalize } = hashes[kind]
  const rows = await host.shell(`docker exec matrix-postgres psql -U matrix -d ${database} -XAtc '${query}'`)
  const stored = new Map(rows.split('\n').map((row) => row.split('|') as [string, string]))
  const pairs = accounts.map(({ username, password }) => [normalize(password), stored.get(username) || noHash])
  const { stdout } = await execa(join(await installSynapse(), 'bin/python'), ['-c', compare], {
    input: JSON.stringify(pairs),
  })
  const same = JSON.parse(stdout) as boolean[]
  return accounts.filter((_, index) => !same[index])
}

/** What no password has: there is no account. */
const noHash = `$2b$04$${'.'.repeat(53)}`
