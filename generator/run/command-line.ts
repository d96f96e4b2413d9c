import type { BecomePlan } from '../plan/host-plan.ts'
import { quoteShell } from '../quoting/shell.ts'

/** Printed when a command begins: what stands before it is talk of start-up files. */
export const startMark = 'registrar: the command begins\n'

/** Printed on standard error when sudo begins, for the same reason. */
export const sudoMark = 'registrar: sudo begins\n'

/** What sudo asks for its password with. */
export const sudoPrompt = 'registrar: password for sudo:'

/** Whoever is root needs no sudo to be root, and a small machine may have none. */
const withoutSudo = `command -v sudo >/dev/null || [ "$(id -u)" != 0 ] || exec "$@"`

/** A command as one line for a POSIX shell, become another user where that is asked for. `prompted`: a password can be given. */
export function commandLine(argv: string[], become: Pick<BecomePlan, 'enabled' | 'user'>, prompted: boolean): string {
  const started = ['sh', '-c', `printf '%s\\n' '${startMark.trimEnd()}'; exec "$@"`, 'sh', ...argv]
  if (!become.enabled) return inOneLine(`exec ${started.map(quoteShell).join(' ')}`)
  const asking = prompted ? ['-k', '-S', '-p', sudoPrompt] : ['-n']
  const user = become.user ?? 'root'
  const sudo = ['sudo', ...asking, '-u', user, '--'].map(quoteShell).join(' ')
  const already = user === 'root' ? `${withoutSudo}; ` : ''
  return inOneLine(
    `set -- ${started.map(quoteShell).join(' ')}; ${already}echo ${quoteShell(sudoMark.trimEnd())} >&2; exec ${sudo} "$@"`,
  )
}

/** A shell that reads one line cannot be given a newline in it, but can make one. */
function inOneLine(text: string): string {
  if (!text.includes('\n')) return text
  return `n=$(printf '\\nx'); n=\${n%x}; ${text.replaceAll('\n', `'"$n"'`)}`
}
