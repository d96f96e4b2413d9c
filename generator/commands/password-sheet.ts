import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { type Staged, stageNew } from '../files/create-file.ts'
import { localpart } from '../operations/preflight.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import { readPassword } from '../secrets/generated-password.ts'
import type { Secret } from '../secrets/secret.ts'

/** A sheet that is there already may be all that is left of the passwords in it. */
export function checkSheet(file: string): void {
  if (existsSync(file))
    throw new AppError('usage', `${file} already exists; nothing was done.`, {
      hint: 'Choose another file, or move it.',
    })
}

interface Made {
  plan: HostPlan
  directory: string
  /** Passwords that are kept nowhere else. */
  shown: Map<string, Secret>
}

/** More than the longest line of an account takes. */
const longestLine = 2048

/** A file beside the sheet's place, with room for every line: what could keep the sheet from being written shows before any account is made. */
export function reserveSheet(file: string, { users = [] }: HostPlan): Staged {
  const reserved = stageNew(file, '\n'.repeat((users.length + 1) * longestLine), 0o600)
  process.once('exit', reserved.discard)
  return reserved
}

/** The passwords that were made, to hand out: CSV that only its owner can read, a declared account a line. */
export async function writeSheet(reserved: Staged, { plan, directory, shown }: Made): Promise<number> {
  const { users = [], domain, elementUrl = '' } = plan
  const rows = await Promise.all(
    users.map(async ({ username: written, generate }) => {
      const username = localpart({ username: written, domain })
      const password =
        generate && 'file' in generate ? await readPassword(resolve(directory, generate.file)) : shown.get(username)
      return password ? [[username, `@${username}:${domain}`, password.reveal(), elementUrl]] : []
    }),
  )
  const lines = [['username', 'user_id', 'password', 'log_in_at'], ...rows.flat()].map(
    (cells) => `${cells.map(cell).join(',')}\r\n`,
  )
  reserved.fill(lines.join(''))
  process.off('exit', reserved.discard)
  reserved.place()
  return lines.length - 1
}

function cell(text: string): string {
  return /^[\w@:./=-]*$/.test(text) ? text : `"${text.replaceAll('"', '""')}"`
}
