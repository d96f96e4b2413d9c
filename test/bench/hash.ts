import type { LabHost } from '../lab/host.ts'

/** With Synapse's own library and its default of 12 rounds; says how long they took. */
const hashes = (count: number) => `
import bcrypt, os, time
from concurrent.futures import ThreadPoolExecutor

def hash(_):
    return bcrypt.hashpw(b"secret-password", bcrypt.gensalt(12))

with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
    start = time.perf_counter()
    list(pool.map(hash, range(${count})))
    print(time.perf_counter() - start)
`

/** Seconds of hashing so many passwords, alone: starting Python is not a part of it. */
export async function hashPasswords(host: LabHost, count: number): Promise<number> {
  return Number(await host.shell(`docker exec -i matrix-synapse python3 - <<'END'\n${hashes(count)}END`))
}
