import { AppError } from '../errors/app-error.ts'
import type { Secret } from '../secrets/secret.ts'
import { askSecret, canAsk } from '../ui/ask-secret.ts'

/** Of sudo on the host, asked for on the terminal. */
export function becomePasswordOf(host: string): Promise<Secret> {
  if (canAsk()) return askSecret(`Password for sudo on ${host}: `)
  throw new AppError('no-terminal', 'There is no terminal to ask for the password of sudo.', { hint: 'Set connection.become.password in the host file to a reference.' })
}
