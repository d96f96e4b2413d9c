import { randomBytes, randomInt } from 'node:crypto'
import { lstatSync, readdirSync, writeFileSync } from 'node:fs'
import { link, open, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { makeDirectory } from '../files/make-directory.ts'
import { readBounded, UnfitFile } from '../files/read-file.ts'
import type { PasswordKind } from '../plan/password-kind.ts'
import { readRoleFile } from '../render/role-files.ts'
import { withoutLineEnd } from './line-end.ts'
import { isBlank } from './resolve-secret.ts'
import { Secret } from './secret.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/**
 * 24 letters and digits: 142 bits, and nothing that a shell or a client could misread. Of words each has 11 bits. The role's
 * files/matrix_registrar/kept_passwords.py makes the same.
 */
export function makePassword({ words, language = 'en' }: PasswordKind = {}): string {
  if (words === undefined) return chosen(24, [...alphabet]).join('')
  return chosen(words, wordsOf(language)).join('-')
}

function chosen(count: number, from: string[]): string[] {
  return Array.from({ length: count }, () => from[randomInt(from.length)] ?? '')
}

/** 2048 words of a language, all of plain letters. */
export function wordsOf(language: string): string[] {
  const { lists } = JSON.parse(readRoleFile('files/words.json')) as { lists: Record<string, string> }
  return lists[language]?.split(' ') ?? []
}

/**
 * The password in a file; if there is no such file, one is generated and saved. The file appears whole or not at
 * all, and is on the disk before this returns: so an account that is created with it never loses it.
 */
export async function passwordInFile(path: string, kind?: PasswordKind): Promise<Secret> {
  try {
    return (await readPassword(path)) ?? (await keep(path, makePassword(kind)))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError(
      'password-file',
      `The password could not be kept in ${path} (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`,
      { hint: 'The path is relative to the host file. Nothing was done with this account.' },
    )
  }
}

/** The password in a file; undefined: there is no such file. */
export async function readPassword(path: string): Promise<Secret | undefined> {
  try {
    const whole = readBounded(path, 1).toString()
    if (!isBlank(whole)) return lineOf(whole, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    if (error instanceof UnfitFile)
      throw new AppError('password-file', `A generated password cannot be kept there: ${error.message}`, {
        hint: 'Name another file under generate, or move that one away.',
      })
    throw error
  }
  throw new AppError('password-file', `The file of a generated password is empty: ${path}.`, {
    hint: 'Remove it to generate a new one, or write a password into it.',
  })
}

function lineOf(whole: string, path: string): Secret {
  const { text, stray } = withoutLineEnd(whole)
  if (stray === undefined) return new Secret(text)
  throw new AppError('password-file', `The file of a generated password, ${path}, has ${stray}.`, {
    hint: 'Nobody could type that. Save the file with the password and one line end; or remove it to generate a new one.',
  })
}

/**
 * A directory that is made for passwords is ignored by git, unlike the workspace around it. One that was left half
 * made, empty or with an empty `.gitignore`, is completed.
 */
export function keepOutOfGit(directory: string): void {
  const ignore = join(directory, '.gitignore')
  const others = readdirSync(directory).filter((name) => name !== '.gitignore')
  const found = lstatSync(ignore, { throwIfNoEntry: false })
  const isHalfMade = found ? found.isFile() && found.size === 0 && others.every(isPrivate) : others.length === 0
  if (isHalfMade) writeFileSync(ignore, '*\n', { mode: 0o600, flush: true })

  function isPrivate(name: string): boolean {
    const status = lstatSync(join(directory, name), { throwIfNoEntry: false })
    return !status || (status.isFile() && (status.mode & 0o077) === 0)
  }
}

async function keep(path: string, password: string): Promise<Secret> {
  makeDirectory(dirname(path), 0o700)
  keepOutOfGit(dirname(path))
  const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    const file = await open(draft, 'wx', 0o600)
    await file.writeFile(`${password}\n`).finally(async () => {
      await file.sync()
      await file.close()
    })
    await link(draft, path)
    return new Secret(password)
  } catch (error) {
    const written = (error as NodeJS.ErrnoException).code === 'EEXIST' ? await readPassword(path) : undefined
    if (written) return written
    throw error
  } finally {
    await unlink(draft).catch(() => undefined)
  }
}
