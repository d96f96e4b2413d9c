import type { BecomePlan } from '../plan/host-plan.ts'
import { quoteShell } from '../quoting/shell.ts'

/** Printed when a command begins: anything before it is noise from start-up files. */
export const startMark = 'registrar: the command begins\n'

/** Printed on standard error when sudo begins, for the same reason. */
export const sudoMark = 'registrar: sudo begins\n'

/** The prompt of sudo for its password. */
export const sudoPrompt = 'registrar: password for sudo:'

/** Root does not need sudo, and a small machine may not have it. */
const withoutSudo = `command -v sudo >/dev/null || [ "$(id -u)" != 0 ] || exec "$@"`

/** A command as one line for a POSIX shell, run as another user if needed. `prompted`: sudo may ask for a password. */
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

/** A newline cannot be sent within the one line, so the shell makes it. */
function inOneLine(text: string): string {
  if (!text.includes('\n')) return text
  return `n=$(printf '\\nx'); n=\${n%x}; ${text.replaceAll('\n', `'"$n"'`)}`
}
