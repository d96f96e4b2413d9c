import { lstatSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { stageNew } from '../files/create-file.ts'
import { expandHome } from '../files/expand-home.ts'
import { makeDirectory } from '../files/make-directory.ts'
import { writing } from '../files/system-error.ts'
import type { HostPlan, SecretReference } from '../plan/host-plan.ts'
import { quoteYaml } from '../render/yaml.ts'
import type { Secret } from '../secrets/secret.ts'
import { workspaceOf } from '../write/members.ts'
import { fileNameOf } from './file-name-of.ts'
import { hideFromGit } from './ignore-kept.ts'

/** Where a token is kept, and how the host file refers to it. */
export interface Keep {
  reference: SecretReference
  /** For people, such as: in secrets/matrix.example.com.token. */
  place: string
  /** Whether something is there already. */
  isThere: () => boolean
  /** Throws where that is not ours to replace. */
  check: () => void
  store: (token: Secret) => Promise<void>
  /** Takes away what `store` put there, where that is possible. */
  discard: () => void
}

export interface KeepOptions {
  keep?: string
  read?: string
  /** It is the secret of a client of MAS. */
  client?: boolean
}

interface Where {
  plan: Pick<HostPlan, 'host' | 'access'>
  /** The host file's. */
  directory: string
}

/** Beside the host file, each host's own. */
export function secretFile(host: string, kind: string): string {
  return `secrets/${fileNameOf(host)}.${kind}`
}

/** Its reference as the host file has it, on one line. */
export function flowOf(reference: SecretReference): string {
  if ('command' in reference) return `{ command: [${reference.command.map(quoteYaml).join(', ')}] }`
  return 'file' in reference ? `{ file: ${quoteYaml(reference.file)} }` : ''
}

/** Keeps it as `--keep` asks: in a file (the default), or with a command that gets the token on standard input. */
export function keepOf({ keep, read, client }: KeepOptions, { plan, directory }: Where): Keep {
  const [, kind, rest = ''] = /^(file|vault|command):(.+)$/s.exec(keep ?? 'file:.') ?? []
  if (kind === 'command') return keepByCommand(rest, read, directory)
  const { token } = plan.access
  if (kind === 'vault' && read === undefined) {
    const view = viewOf(rest, directory)
    const isOurs = token && 'command' in token && token.command.join('\n') === view.join('\n')
    return keepInFile(rest, directory, isOurs ? [rest] : [], inVault(rest, view, directory))
  }
  if (kind === 'file' && read === undefined) {
    const named = token && 'file' in token && !client ? token.file : undefined
    const own = named ?? secretFile(plan.host, client ? 'client_secret' : 'token')
    return keepInFile(keep === undefined ? own : rest, directory, [own])
  }
  throw new AppError(
    'usage',
    read === undefined ? `--keep is "${keep ?? ''}".` : '--read only works with a command in --keep.',
    {
      hint: 'Use --keep file:PATH, --keep vault:PATH, or --keep "command:PROGRAM WORD..." and, unless that is pass, --read.',
    },
  )
}

/** How a file has the token. */
type InFile = Pick<Keep, 'reference' | 'place'> & { write: (token: Secret, path: string) => Promise<void> }

function plainly(file: string): InFile {
  return {
    reference: { file },
    place: `in ${file}, which only you can read`,
    write: async (token, path) => {
      await hideFromGit(path)
      rmSync(path, { force: true }) // what a killed run left, or a token that works no more
      stageNew(path, `${token.reveal()}\n`, 0o600).place()
    },
  }
}

/** Encrypted by ansible-vault, with the password that Ansible's configuration names; both we and Ansible have it shown. */
function inVault(file: string, view: [string, ...string[]], directory: string): InFile {
  return {
    reference: { command: view },
    place: `in ${file}, encrypted by ansible-vault`,
    write: async (token, path) => {
      const { handOver } = await import('../secrets/resolve-secret.ts')
      await handOver(token, ['ansible-vault', 'encrypt', '--output', path, '-'], directory, 'token')
    },
  }
}

/** Ansible runs it in the workspace, and we beside the host file. */
function viewOf(file: string, directory: string): [string, ...string[]] {
  const isBesideIt = workspaceOf(directory) === resolve(directory)
  return ['ansible-vault', 'view', isBesideIt ? file : resolve(directory, expandHome(file))]
}

/** Of the files that are there, those that are `replaceable` give way. */
export function keepInFile(file: string, directory: string, replaceable: string[] = [], kept = plainly(file)): Keep {
  const path = resolve(directory, expandHome(file))
  const isThere = () => lstatSync(path, { throwIfNoEntry: false }) !== undefined
  let isStored = false
  const check = () => {
    if (!isThere() || replaceable.includes(file)) return
    throw new AppError('exists', `${file} already exists; it was left unchanged.`, {
      hint: 'Nothing was done. Name another file with --keep, or move that one away.',
    })
  }
  return {
    ...kept,
    isThere,
    check,
    store: async (token) => {
      check()
      writing(path, () => makeDirectory(dirname(path), 0o700))
      isStored = true
      await kept.write(token, path)
    },
    discard: () => {
      if (isStored) rmSync(path, { force: true })
    },
  }
}

function keepByCommand(command: string, read: string | undefined, directory: string): Keep {
  const words = wordsOf(command)
  const reading = read === undefined ? readingOf(words) : wordsOf(read)
  return {
    reference: { command: reading },
    place: `by ${words.join(' ')}`,
    isThere: () => false,
    check: () => undefined,
    store: async (token) => {
      const { handOver } = await import('../secrets/resolve-secret.ts')
      await handOver(token, words, directory, 'token')
    },
    discard: () => undefined,
  }
}

function wordsOf(command: string): [string, ...string[]] {
  const [program, ...words] = command.trim().split(/ +/)
  if (program) return [program, ...words]
  throw new AppError('usage', 'The command is empty.', { hint: 'For example: --keep "command:pass insert -m matrix"' })
}

/** How pass gives back what it was given. */
function readingOf([program, verb, ...words]: [string, ...string[]]): [string, ...string[]] {
  const name = words.filter((word) => !word.startsWith('-'))
  if (program === 'pass' && verb === 'insert' && name[0] !== undefined) return ['pass', 'show', name[0]]
  throw new AppError('usage', `registrar does not know how to read a token back from ${program}.`, {
    hint: 'Add --read "PROGRAM WORD...": a command that prints it.',
  })
}
