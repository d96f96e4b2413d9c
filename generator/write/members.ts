import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { makeDirectory } from '../files/make-directory.ts'
import { replaceFile } from '../files/replace-file.ts'
import { writing } from '../files/system-error.ts'
import type { Members } from '../plan/groups.ts'
import { withLock } from './lock.ts'
import { observer } from './observe.ts'

/** The directory of a workspace, from that of its host file. */
export function workspaceOf(hostFileDirectory: string): string {
  const directory = resolve(hostFileDirectory)
  return basename(directory) === 'hosts' ? dirname(directory) : directory
}

/** The file in the workspace that records which usernames the groups of a host have named. */
export function membersPath(host: string): string {
  return `.registrar/groups/${host}.json`
}

/** The same, from its host file. */
export function membersFile(hostFile: string, host: string): string {
  return join(workspaceOf(dirname(hostFile)), membersPath(host))
}

/** The record of a host's groups. */
export function readMembers(root: string, host: string): Members {
  const bytes = observer(root)(membersPath(host))
  return bytes === undefined ? {} : parseMembers(bytes.toString(), join(root, membersPath(host)))
}

/** Applies `change` to the record; the file is replaced as a whole, under the lock of the workspace. Returns whether anything is new. */
export function noteMembers(root: string, host: string, change: (before: Members) => Members): boolean {
  if (isNoted(root, host, change)) return false
  return withLock(root, () => {
    const path = join(root, membersPath(host))
    const text = serialize(change(readMembers(root, host)))
    writing(path, () => makeDirectory(dirname(path)))
    replaceFile(path, text)
    return true
  })
}

/** Whether `change` would change nothing. */
export function isNoted(root: string, host: string, change: (before: Members) => Members): boolean {
  const before = readMembers(root, host)
  return serialize(change(before)) === serialize(before)
}

/** An account a line, so that version control shows and merges it by line. */
function serialize(groups: Members): string {
  return `${JSON.stringify({ version: 1, groups }, null, 2)}\n`
}

function parseMembers(text: string, path: string): Members {
  try {
    const { version, groups } = JSON.parse(text) as { version?: unknown; groups?: unknown }
    if (version === 1 && isMembers(groups)) return groups
  } catch {
    // reported below, with every other kind of damage
  }
  throw new AppError('broken-groups', `${path} is not a record of groups that registrar wrote.`, {
    hint: 'Restore it from version control. Without it, registrar does not know who has left a group.',
  })
}

function isMembers(value: unknown): value is Members {
  return (
    isMapping(value) && Object.values(value).every((group) => isMapping(group) && Object.values(group).every(isNote))
  )
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isNote(note: unknown): boolean {
  return note === 'named' || note === 'left'
}
