import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { execa } from 'execa'
import { AppError } from '../errors/app-error.ts'
import { readBounded, UnfitFile } from '../files/read-file.ts'
import type { SecretReference } from '../plan/host-plan.ts'
import { Secret } from './secret.ts'

/**
 * What a reference stands for, as Ansible's lookups have it: one newline at the end of a file or an answer is cut.
 * Paths are relative to `directory`. Throws where there is nothing to be had, and where it is not UTF-8, which neither
 * way could carry.
 */
export async function resolveSecret(reference: SecretReference, directory: string): Promise<Secret> {
  if ('env' in reference) return new Secret(variable(reference.env))
  if ('file' in reference) {
    const path = resolve(directory, reference.file.replace(/^~(?=\/)/, homedir()))
    return new Secret(textOf(readSecretFile(path), path))
  }
  if ('command' in reference)
    return new Secret(textOf(await answerOf(reference.command, directory), `The answer of ${reference.command[0]}`))
  throw new AppError(
    'ansible-only-secret',
    `The secret is Ansible's variable ${reference.ansible_var}, which only Ansible can read.`,
    { hint: 'Use the recipe or ansible-playbook, or give the reference as env, file or command.' },
  )
}

function variable(name: string): string {
  const value = process.env[name]
  if (value !== undefined && value !== '') return value
  throw new AppError('secret-env', `The secret's environment variable ${name} is not set.`, {
    hint: `For example: read -rs ${name} && export ${name}`,
  })
}

function readSecretFile(path: string): Uint8Array {
  try {
    return readBounded(path, 1)
  } catch (error) {
    if (error instanceof UnfitFile)
      throw new AppError('secret-file', `The secret's file cannot be used: ${error.message}`, {
        hint: 'Name a file that holds nothing but the secret, or a command that prints it.',
      })
    throw new AppError(
      'secret-file',
      `The secret's file ${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`,
      { hint: 'The path is relative to the host file.' },
    )
  }
}

async function answerOf([program, ...words]: [string, ...string[]], directory: string): Promise<Uint8Array> {
  const { stdout, exitCode, failed } = await execa(program, words, {
    cwd: directory,
    reject: false,
    stdin: 'inherit',
    stderr: 'inherit',
    stripFinalNewline: false,
    encoding: 'buffer',
  })
  if (!failed) return stdout
  throw new AppError(
    'secret-command',
    `The secret's command ${program} failed${exitCode === undefined ? '' : ` with ${exitCode}`}.`,
    { hint: 'What it said stands above; run it by hand to see.' },
  )
}

/** Gives a secret to a program that keeps it, as a line on its standard input. */
export async function handOver(
  secret: Secret,
  [program, ...words]: [string, ...string[]],
  directory: string,
): Promise<void> {
  const { exitCode, failed } = await execa(program, words, {
    cwd: directory,
    reject: false,
    input: `${secret.reveal()}\n`,
    stdout: 'ignore',
    stderr: 'inherit',
  })
  if (!failed) return
  throw new AppError(
    'secret-command',
    `The command that keeps the password, ${program}, failed${exitCode === undefined ? '' : ` with ${exitCode}`}.`,
    { hint: 'What it said stands above. Nothing was done with this account.' },
  )
}

function textOf(bytes: Uint8Array, where: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).replace(/\n$/, '')
  } catch {
    throw new AppError('secret-not-text', `${where} is not UTF-8, so it cannot be a secret here.`, {
      hint: 'Save it as UTF-8.',
    })
  }
}
