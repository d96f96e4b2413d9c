import { reasonOf } from './files/system-error.ts'
import { main } from './main.ts'

let lost: NodeJS.ErrnoException | undefined

// Who reads only the beginning, such as head, leaves; what was begun is finished all the same, also on a full disk.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    process.exitCode = 3
    if (!lost && stream === process.stdout)
      process.stderr.write(
        `error: The output cannot be written: ${reasonOf(error)}.\n  What was done is done; its output is lost.\n`,
      )
    lost = error
  })
}

const exitCode = await main(process.argv.slice(2))
process.exitCode = lost ? 3 : exitCode
