import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { execa } from 'execa'
import { AppError } from '../errors/app-error.ts'
import type { SecretReference } from '../plan/host-plan.ts'
import { Secret } from './secret.ts'

/**
 * What a reference stands for, as Ansible's lookups have it: one newline at the end of a file or an answer is cut, and
 * a variable that is not set is empty. Paths are relative to `directory`. Throws where there is nothing to be had.
 */
export async function resolveSecret(reference: SecretReference, directory: string): Promise<Secret> {
  if ('env' in reference) return new Secret(process.env[reference.env] ?? '')
  if ('file' in reference) return new Secret(withoutNewline(await readSecretFile(resolve(directory, reference.file.replace(/^~(?=\/)/, homedir())))))
  if ('command' in reference) return new Secret(withoutNewline(await answerOf(reference.command, directory)))
  throw new AppError('ansible-only-secret', `The secret is Ansible's variable ${reference.ansible_var}, which only Ansible can read.`, {
    hint: 'Use the recipe or ansible-playbook, or give the reference as env, file or command.',
  })
}

async function readSecretFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new AppError('secret-file', `The secret's file ${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`, {
      hint: 'The path is relative to the host file.',
    })
  }
}

async function answerOf([program, ...words]: [string, ...string[]], directory: string): Promise<string> {
  const { stdout, exitCode, failed } = await execa(program, words, { cwd: directory, reject: false, stdin: 'inherit', stderr: 'inherit', stripFinalNewline: false })
  if (!failed) return stdout
  throw new AppError('secret-command', `The secret's command ${program} failed${exitCode === undefined ? '' : ` with ${exitCode}`}.`, {
    hint: 'What it said stands above; run it by hand to see.',
  })
}

function withoutNewline(text: string): string {
  return text.endsWith('\n') ? text.slice(0, -1) : text
}
