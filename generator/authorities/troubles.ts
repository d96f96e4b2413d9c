/**
 * Why there is no answer from a step's command, as a sign: by its exit code, which is the shell's, docker's or
 * Python's own (a missing command, a container that does not run), or that of with_lock.sh; anything else is a failure of
 * the program.
 */
export const exitSigns: Record<number, string> = {
  1: 'container/unavailable',
  2: 'tool/missing',
  13: 'tool/missing',
  66: 'lock/impossible',
  73: 'lock/impossible',
  75: 'lock/held',
  126: 'tool/missing',
  127: 'tool/missing',
}

export const troubles = {
  unreachable: 'host/unreachable',
  refused: 'become/refused',
  otherwise: 'program/failed',
} as const
