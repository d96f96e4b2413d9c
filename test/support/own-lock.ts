import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { execaSync } from 'execa'

/**
 * For suites that change accounts by `apply` or `ensure-users`: these lock the domain on their host, which is this machine,
 * and every server here has that domain. A flock before the real one on the path makes it a lock of this file's own.
 */
export function ownLock(): void {
  const path = process.env['PATH']
  const bin = mkdtempSync(join(tmpdir(), 'registrar-flock-'))

  beforeAll(() => {
    const { stdout: flock } = execaSync('sh', ['-c', 'command -v flock'])
    mkdirSync(join(bin, 'lock'))
    writeFileSync(join(bin, 'flock'), wrapper(flock, join(bin, 'lock')), { mode: 0o755 })
    process.env['PATH'] = [bin, path].join(delimiter)
  })

  afterAll(() => {
    process.env['PATH'] = path
    rmSync(bin, { recursive: true })
  })
}

/** The lock is among the words that `with_lock.sh` gives; others who lock something are left alone. */
const wrapper = (flock: string, lock: string): string => `#!/bin/sh
for word; do
  shift
  case $word in /run/matrix-registrar/*) word='${lock}' ;; esac
  set -- "$@" "$word"
done
exec ${flock} "$@"
`
