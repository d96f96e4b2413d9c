import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lock } from '../lab/lock.ts'

/** For suites that change this machine's accounts by `apply`: those of example.org are locked meanwhile, and every suite has that domain. */
export function oneAtATime(): void {
  let release: (() => Promise<void>) | undefined

  beforeAll(async () => {
    release = await lock(join(tmpdir(), 'matrix-registrar-lab', 'accounts.lock'))
  }, 1_800_000)

  afterAll(() => release?.())
}
