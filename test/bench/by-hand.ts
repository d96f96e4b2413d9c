import { execa } from 'execa'
import type { LabHost } from '../lab/host.ts'

/** Accounts u0, u1, ... as nobody could register them in that time. */
export async function fillAccounts(host: LabHost, count: number): Promise<void> {
  const statement = `INSERT INTO users (name, creation_ts, admin, is_guest, deactivated) SELECT '@u' || n || ':${host.domain}', 1700000000, 0, 0, 0 FROM generate_series(0, ${count - 1}) n`
  await host.shell(`/matrix/postgres/bin/cli-non-interactive -d synapse -c "${statement}"`)
}

/** The token comes on standard input, as ours does. */
export async function overSsh(host: LabHost, token: string, script: string): Promise<void> {
  const command = `docker exec -i matrix-synapse python3 -c '${script.replaceAll("'", `'\\''`)}'`
  await execa(
    'ssh',
    [
      '-F',
      'none',
      '-i',
      host.keyFile,
      '-o',
      `UserKnownHostsFile=${host.knownHosts}`,
      '-o',
      'IdentitiesOnly=yes',
      '-p',
      String(host.port),
      'root@127.0.0.1',
      command,
    ],
    { input: token },
  )
}

const call = `
import json, sys, urllib.request
token = sys.stdin.read().strip()
def call(method, path, body=None):
    request = urllib.request.Request("http://127.0.0.1:8008" + path, method=method, data=body and json.dumps(body).encode(), headers={"Authorization": "Bearer " + token})
    return json.load(urllib.request.urlopen(request))
`

export function promoteByHand(username: string): string {
  return `${call}call("PUT", "/_synapse/admin/v1/users/@${username}:example.org/admin", {"admin": True})`
}

export const listByHand = `${call}
start = "0"
while start is not None:
    page = call("GET", "/_synapse/admin/v2/users?from=%s&limit=500&guests=false" % start)
    json.dump(page["users"], sys.stdout)
    start = page.get("next_token")
`
