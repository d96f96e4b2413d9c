import type { Readable } from 'node:stream'

/** A way to the host: runs one thing at a time there. */
export interface Transport {
  /**
   * Runs `shellEntry` on the host. Answers with its exit code, or undefined when the connection was lost before there
   * was one.
   */
  run(talk: Talk): Promise<number | undefined>
  close(): Promise<void>
  /** Is told what the server is asked, as it happens. */
  onRequest?: (request: string) => void
  /** Is told for how long the server has us wait, and why, as it begins. */
  onWait?: (wait: string) => void
}

export interface Talk {
  stdin: Readable
  onStdout: (chunk: Buffer) => void
  onStderr: (chunk: Buffer) => void
  /** When it fires nobody waits any longer: the command is left, and nothing of it keeps this program running. */
  signal: AbortSignal
}

/**
 * All that a login shell ever sees, whichever shell it is: the command itself comes as the first line of standard
 * input, of which `read` takes not a byte more.
 */
export const shellEntry = `sh -c 'IFS= read -r line && eval "$line"'`
