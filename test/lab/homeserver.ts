import type { domain } from './domain.ts'

/** A homeserver that runs as a process on this machine. */
export interface Homeserver {
  url: string
  domain: typeof domain
  /** A temporary directory with the configuration, the database and the log. */
  dir: string
  configPath: string
  logPath: string
  sharedSecret: string
  /** Changes when it is resumed. */
  readonly pid: number
  /** Ends the process and leaves its files, as a stopped service does. */
  halt(): Promise<void>
  /** Starts it again on the same files and waits until it is ready. */
  resume(): Promise<void>
  /** Ends the process and removes its directory. */
  stop(): Promise<void>
}
