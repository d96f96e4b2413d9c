import { join } from 'node:path'
import { argv, exit } from 'node:process'
import { readRelease } from './read-release.ts'
import { writeRelease } from './data-files.ts'

/** `npm run release -- CHECKOUT...`: the names, types and changes of the playbook's variables, from checkouts of it. */
const directory = join(import.meta.dirname, '../../generator/dialects/names')

const checkouts = argv.slice(2)
if (checkouts.length === 0) {
  process.stderr.write(
    'usage: npm run release -- CHECKOUT...\nwith `just roles` (or ansible-galaxy) run in each before\n',
  )
  exit(2)
}
for (const checkout of checkouts) {
  const release = readRelease(checkout)
  writeRelease(directory, release)
  const unseen = release.roles.filter(({ isSeen }) => !isSeen).map(({ name }) => name)
  process.stdout.write(
    `${release.date} (${release.commit.slice(0, 9)}): ${release.names.size} variables, ${release.changes.length} changes` +
      `${unseen.length > 0 ? `; not seen at their versions: ${[...new Set(unseen)].join(', ')}` : ''}\n`,
  )
}
