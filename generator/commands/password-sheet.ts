import { existsSync } from 'node:fs'
import { dirname, extname, relative, resolve, sep } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { type Staged, stageNew } from '../files/create-file.ts'
import { localpart } from '../operations/preflight.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import { readPassword } from '../secrets/generated-password.ts'
import type { Secret } from '../secrets/secret.ts'
import { spreadsheetText } from './csv-line.ts'
import { hideFromGit } from './ignore-kept.ts'

/** An existing sheet may be the only copy of its passwords. */
export function checkSheet(file: string): void {
  if (existsSync(file))
    throw new AppError('usage', `${file} already exists; nothing was done.`, {
      hint: 'Choose another file, or move it.',
    })
}

interface Made {
  plan: HostPlan
  directory: string
  /** The usernames of accounts that got a password. */
  given: Set<string>
  /** Passwords that are kept nowhere else. */
  shown: Map<string, Secret>
}

/** What is handed out to one person. */
interface Slip {
  username: string
  userId: string
  displayName: string
  notes: Record<string, string>
  password: string
}

/** More than an account's line has besides the data of its list. */
const longestLine = 2048

/** A file next to the sheet, with room for every account: so a full disk or a missing permission shows before any account is created. */
export function reserveSheet(file: string, { users = [] }: HostPlan): Staged {
  const kept = users.map(({ displayName, notes }) => JSON.stringify([displayName, notes]).length)
  const room = kept.reduce((sum, length) => sum + 6 * length + longestLine, longestLine) // "&quot;" has six characters
  const reserved = stageNew(file, '\n'.repeat(room), 0o600)
  process.once('exit', reserved.discard)
  return reserved
}

/** Keeps a sheet in the workspace, which may be in git, out of it. */
export async function hideSheet(file: string, directory: string): Promise<void> {
  const path = resolve(file)
  if (relative(directory, dirname(path)).split(sep)[0] !== '..') await hideFromGit(path)
}

/** Writes the passwords that were generated and set in this run, readable only by the owner: CSV, or for .html a page of slips to cut. */
export async function writeSheet(reserved: Staged, file: string, made: Made): Promise<number> {
  const slips = await slipsOf(made)
  const { elementUrl = '' } = made.plan
  reserved.fill(extname(file).toLowerCase() === '.html' ? await page(slips, made.plan) : csv(slips, elementUrl))
  process.off('exit', reserved.discard)
  reserved.place()
  return slips.length
}

async function slipsOf({ plan: { users = [], domain }, directory, given, shown }: Made): Promise<Slip[]> {
  const slips = await Promise.all(
    users.map(async ({ username: written, displayName = '', notes = {}, generate }) => {
      const username = localpart({ username: written, domain })
      if (!given.has(username)) return []
      const password =
        generate && 'file' in generate ? await readPassword(resolve(directory, generate.file)) : shown.get(username)
      const userId = `@${username}:${domain}`
      return password ? [{ username, userId, displayName, notes, password: password.reveal() }] : []
    }),
  )
  return slips.flat()
}

async function page(slips: Slip[], { domain, elementUrl: logInAt }: HostPlan): Promise<string> {
  const { fillHtml } = await import('../render/engine.ts') // with the template engine: other sheets do without it
  const views = slips.map(({ displayName, username, notes, ...slip }) => ({
    ...slip,
    name: displayName || username,
    username,
    domain,
    notes: Object.values(notes).join(' '),
    logInAt,
  }))
  return fillHtml('slips.html', { title: domain, slips: views })
}

function csv(slips: Slip[], logInAt: string): string {
  const columns = [...new Set(slips.flatMap(({ notes }) => Object.keys(notes)))]
  const head = ['username', 'user_id', 'password', 'log_in_at', 'display_name', ...columns.map(spreadsheetText)]
  const rows = slips.map(({ username, userId, password, displayName, notes }) => [
    username,
    userId,
    password,
    logInAt,
    ...[displayName, ...columns.map((column) => notes[column] ?? '')].map(spreadsheetText),
  ])
  return [head, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
}

function cell(text: string): string {
  return /^[\w@:./=-]*$/.test(text) ? text : `"${text.replaceAll('"', '""')}"`
}
