import type { BecomePlan } from '../plan/host-plan.ts'

/** Printed when a command begins: what stands before it is talk of start-up files. */
export const startMark = 'registrar: the command begins\n'

/** What sudo asks for its password with. */
export const sudoPrompt = 'registrar: password for sudo:'

/** A command as one line for a POSIX shell, become another user where that is asked for. `prompted`: a password can be given. */
export function commandLine(argv: string[], become: Pick<BecomePlan, 'enabled' | 'user'>, prompted: boolean): string {
  const started = ['sh', '-c', `printf '%s\\n' '${startMark.trimEnd()}'; exec "$@"`, 'sh', ...argv]
  if (!become.enabled) return `exec ${started.map(quote).join(' ')}`
  const asking = prompted ? ['-k', '-S', '-p', sudoPrompt] : ['-n']
  return `exec ${['sudo', ...asking, '-u', become.user ?? 'root', '--', ...started].map(quote).join(' ')}`
}

/** Newlines become printf's escapes, for a line is all that can be read; one at the very end of a word is lost. */
function quote(word: string): string {
  if (!word.includes('\n')) return singleQuoted(word)
  return `"$(printf %b ${singleQuoted(word.replaceAll('\\', '\\\\').replaceAll('\n', '\\n'))})"`
}

function singleQuoted(word: string): string {
  return /^[A-Za-z0-9_./=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
