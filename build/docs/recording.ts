import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A command that was run on a real Synapse, and what it printed: made by `npm run record`. */
export interface Recorded {
  command: string
  output: string
}

export const recordingPath = join(import.meta.dirname, 'recorded.json')

export function readRecording(): Recorded[] {
  return JSON.parse(readFileSync(recordingPath, 'utf8')) as Recorded[]
}

/** What is shown of an operation: its commands in the recording, in their order. */
export function recordedOf(operation: string): Recorded[] {
  return readRecording().filter(({ command }) => command.split(' ')[1] === operation)
}
