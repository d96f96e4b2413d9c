import { writeFileSync } from 'node:fs'
import { exit } from 'node:process'
import { recordingPath } from '../build/docs/recording.ts'
import { startSynapse } from './lab/synapse.ts'
import { removeDirectories } from './support/directory.ts'
import { asDocumented, recordDocs } from './support/record-docs.ts'

/** `npm run record`: runs on a real Synapse what the documentation shows, and keeps what was printed; then `npm run role`. */
const synapse = await startSynapse(asDocumented)
try {
  writeFileSync(recordingPath, `${JSON.stringify(await recordDocs(synapse), null, 2)}\n`)
} finally {
  await synapse.stop()
  removeDirectories()
}
exit(0)
