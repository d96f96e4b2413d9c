import { resolve } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { expandHome } from '../files/expand-home.ts'
import { readBounded, UnfitFile } from '../files/read-file.ts'
import { reasonOf } from '../files/system-error.ts'
import type { SecretReference } from '../plan/host-plan.ts'
import { environmentSecret } from './environment.ts'
import { withoutLineEnd } from './line-end.ts'
import { Secret } from './secret.ts'

/**
 * Resolves a reference as Ansible's lookups do: one line end of a file or an answer is cut. Paths are
 * relative to `directory`. Throws if it is missing or only white space, if there is other white space around it that
 * nobody could type, or if it is not UTF-8, which neither we nor Ansible could pass on.
 */
export async function resolveSecret(reference: SecretReference, directory: string): Promise<Secret> {
  const the = reference.setting === undefined ? 'The' : `${reference.setting}: the`
  if ('env' in reference) return variable(reference.env, the)
  if ('file' in reference) {
    const path = resolve(directory, expandHome(reference.file))
    const where = `${the} file ${path}`
    const text = textOf(readSecretFile(path, the), where)
    if (isBlank(text)) throw new AppError('secret-empty', `${where} is empty.`, { hint: 'Write the secret into it.' })
    return new Secret(lineOf(text, where))
  }
  if ('command' in reference) {
    const [program] = reference.command
    const where = `${the} output of ${program}`
    const text = textOf(await answerOf(reference.command, directory, the), where)
    if (isBlank(text))
      throw new AppError('secret-empty', `${the} command ${program} printed nothing.`, {
        hint: 'It must print the secret on standard output; run it by hand to see.',
      })
    return new Secret(lineOf(text, where))
  }
  throw new AppError(
    'ansible-only-secret',
    `${the} secret is Ansible's variable ${reference.ansible_var}, which only Ansible can read.`,
    { hint: 'Use the recipe or ansible-playbook, or give the reference as env, file or command.' },
  )
}

/** Only white space, as Python defines it. */
export function isBlank(text: string): boolean {
  return !/[^\s\u001c-\u001f\u0085]|\ufeff/.test(text)
}

function variable(name: string, the: string): Secret {
  const given = environmentSecret(name)
  const value = given ?? ''
  if (!isBlank(value)) return new Secret(value)
  const what = value === '' ? (given === undefined ? 'not set' : 'empty') : 'blank'
  throw new AppError('secret-env', `${the} environment variable ${name} is ${what}.`, {
    hint: `For example: read -rs ${name} && export ${name}`,
  })
}

function readSecretFile(path: string, the: string): Uint8Array {
  try {
    return readBounded(path, 1)
  } catch (error) {
    if (error instanceof UnfitFile)
      throw new AppError('secret-file', `${the} file cannot be used: ${error.message}`, {
        hint: 'Name a file that holds nothing but the secret, or a command that prints it.',
      })
    throw new AppError(
      'secret-file',
      `${the} file ${path} cannot be read: ${reasonOf(error as NodeJS.ErrnoException)}.`,
      { hint: 'The path is relative to the host file.' },
    )
  }
}

async function answerOf(
  [program, ...words]: [string, ...string[]],
  directory: string,
  the: string,
): Promise<Uint8Array> {
  const { execa } = await import('execa') // commands start without it
  const { stdout, exitCode, failed, code } = await execa(program, words, {
    cwd: directory,
    reject: false,
    stdin: 'inherit',
    stderr: 'inherit',
    stripFinalNewline: false,
    encoding: 'buffer',
  })
  if (!failed) return stdout
  if (code === 'ENOENT') throw notFound(the, program)
  throw new AppError(
    'secret-command',
    `${the} command ${program} failed${exitCode === undefined ? '' : ` with ${exitCode}`}.`,
    { hint: 'Run it by hand to see why.' },
  )
}

function notFound(the: string, program: string): AppError {
  return new AppError('secret-command', `${the} command ${program} was not found.`, {
    hint: 'Install it, or put it on your PATH.',
  })
}

/** Passes a secret to a program that stores it, as a line on its standard input. */
export async function handOver(
  secret: Secret,
  [program, ...words]: [string, ...string[]],
  directory: string,
  what = 'password',
): Promise<void> {
  const { execa } = await import('execa')
  const { exitCode, failed, code } = await execa(program, words, {
    cwd: directory,
    reject: false,
    input: `${secret.reveal()}\n`,
    stdout: 'ignore',
    stderr: 'inherit',
  })
  if (!failed) return
  if (code === 'ENOENT') throw notFound('The', program)
  throw new AppError(
    'secret-command',
    `The command that keeps the ${what}, ${program}, failed${exitCode === undefined ? '' : ` with ${exitCode}`}.`,
    { hint: 'Its output is above. Nothing was done with this account.' },
  )
}

function textOf(bytes: Uint8Array, where: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new AppError('secret-not-text', `${where} is not UTF-8, so it cannot be a secret here.`, {
      hint: 'Save it as UTF-8.',
    })
  }
}

function lineOf(whole: string, where: string): string {
  const { text, stray } = withoutLineEnd(whole)
  if (stray === undefined) return text
  throw new AppError('secret-line-end', `${where} has ${stray}, which would be a part of the secret.`, {
    hint: 'One line end is cut, LF or CR LF. Save it without anything else around the secret.',
  })
}
