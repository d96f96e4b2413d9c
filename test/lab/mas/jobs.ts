import { setTimeout as delay } from 'node:timers/promises'

type Job = () => Promise<void>

export interface Jobs {
  /** Runs it a little later, after those that were asked for before; tries again while the homeserver does not answer. */
  schedule(job: Job): void
  /** Runs nothing more; resolves when what is running has ended. */
  stop(): Promise<void>
}

/** How long a job waits, in ms: long enough to be seen by whoever takes "done" for "known to the homeserver". */
const wait = 150

const attempts = 20

/** MAS's queue: what concerns the homeserver is done after the answer. */
export const startJobs = (): Jobs => {
  const stopping = new AbortController()
  let queue = Promise.resolve()
  const run = async (job: Job): Promise<void> => {
    for (let attempt = 0; attempt < attempts && !stopping.signal.aborted; attempt++) {
      await delay(wait, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return
      const done = await job().then(
        () => true,
        () => false,
      )
      if (done) return
    }
  }
  return {
    schedule: (job) => {
      queue = queue.then(() => run(job))
    },
    stop: () => {
      stopping.abort()
      return queue
    },
  }
}
