import type { Readable } from 'node:stream'

/** A way to the host: runs one thing at a time there. */
export interface Transport {
  /**
   * Runs `shellEntry` on the host. Answers with its exit code, or undefined when the connection was lost before there
   * was one.
   */
  run(talk: Talk): Promise<number | undefined>
  close(): Promise<void>
  /** Called for each request to the server, as it happens. */
  onRequest?: (request: string) => void
  /** Called with the seconds that the server has us wait, and why, as the wait begins. */
  onWait?: (wait: string) => void
}

interface Talk {
  stdin: Readable
  onStdout: (chunk: Buffer) => void
  onStderr: (chunk: Buffer) => void
  /** When it fires, the command is abandoned, and does not keep this program running. */
  signal: AbortSignal
}

/**
 * All that the login shell sees, whichever it is: the command itself is the first line of standard
 * input, and `read` takes not a byte more.
 */
export const shellEntry = `sh -c 'IFS= read -r line && eval "$line"'`
