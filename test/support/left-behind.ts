import { join } from 'node:path'
import { execa } from 'execa'
import type { Synapse } from '../lab/synapse.ts'

/** Accounts as an old Synapse, bridges, guests and logins by another service leave them; @foo:example.org is there. */
const statement = `INSERT INTO users (name, password_hash, creation_ts, admin, is_guest, appservice_id, deactivated, approved)
  SELECT column1, column2, creation_ts, 0, column3, column4, 0, 1 FROM users, (VALUES
    ('@Bar:example.org', '!', 0, NULL), ('@Foo:example.org', NULL, 0, NULL), ('@12345:example.org', NULL, 1, NULL),
    ('@irc_bob:example.org', NULL, 0, 'irc'), ('@sso:example.org', NULL, 0, NULL))
  WHERE name = '@foo:example.org'`

/** Puts them into the SQLite of a Synapse. */
export async function leaveBehind({ python, dir }: Synapse): Promise<void> {
  const script = 'import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute(sys.argv[2]); db.commit()'
  await execa(python, ['-c', script, join(dir, 'homeserver.db'), statement])
}
