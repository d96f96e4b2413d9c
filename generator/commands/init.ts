import { dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command, Option } from 'commander'
import { type Draft, draftHost } from '../checkout/draft-host.ts'
import { readCheckout } from '../checkout/read-checkout.ts'
import { AppError, type ExitCode } from '../errors/app-error.ts'
import { parseSource } from '../load/parse-source.ts'
import type { HostDraft } from '../render/host-file.ts'
import { templatesDirectory } from '../render/templates-directory.ts'
import { askLine } from '../ui/ask-line.ts'
import { canAsk } from '../ui/ask-secret.ts'
import { validateSource } from '../validate/validate-source.ts'
import { configsOf } from './configs-of.ts'
import { type NewFile, refuseExisting, writeNew } from './write-new.ts'

interface Options {
  domain?: string
  host?: string
  homeserver?: string
  address?: string
  user?: string
  local?: boolean
  from?: string
  takeOver?: boolean
  out: string
}

/** `registrar init`: the first host file, from a few answers or from what a checkout of the playbook says. */
export function initCommand(setExit: (code: ExitCode) => void): Command {
  return new Command('init')
    .description('write a host file to start from: asks on a terminal for what no option says')
    .option('--from <checkout>', 'take it from the inventory of a checkout of matrix-docker-ansible-deploy')
    .option(
      '--take-over',
      "with --from: the variables too, so that this workspace takes the place of the checkout's inventory",
    )
    .option('--domain <name>', 'the Matrix server name: accounts are @john:NAME')
    .option('--host <name>', 'the name of the server; default: matrix.DOMAIN')
    .addOption(
      new Option('--homeserver <name>', 'which homeserver runs there; default: synapse').choices([
        'synapse',
        'dendrite',
      ]),
    )
    .option('--address <name>', 'what to connect to, when that is not the name of the server')
    .option('--user <name>', 'the user to log in as; default: root')
    .option('--local', 'registrar runs on the server itself')
    .option('--out <directory>', 'where it goes', '.')
    .addHelpText(
      'after',
      '\nExamples:\n  registrar init\n  registrar init --domain example.com\n  registrar init --domain example.com --homeserver dendrite --user deploy\n  registrar init --from ../matrix-docker-ansible-deploy\n  registrar init --from ../matrix-docker-ansible-deploy --take-over --out workspace',
    )
    .action(async (options: Options) => setExit(await init(options)))
}

async function init(options: Options): Promise<ExitCode> {
  if (options.from === undefined) refuseExisting(['registrar.yml'], resolve(options.out), instead) // before anyone is asked in vain
  if (options.takeOver && options.from === undefined)
    throw new AppError('usage', '--take-over says what to do with a checkout.', { hint: 'Name it with --from.' })
  const found =
    options.from === undefined ? [{ draft: await askedDraft(options), inline: [] }] : foundIn(options.from, options)
  const drafts = found.map(({ draft, inline }) => {
    const path = found.length === 1 ? 'registrar.yml' : `hosts/${draft.host}.yml`
    return { path, draft: withCheckout(draft, path, options), inline }
  })
  const files = options.takeOver ? await takenOver(drafts, options) : await drafted(drafts)
  check(files.filter(({ path }) => drafts.some((draft) => draft.path === path)))
  writeNew(files, resolve(options.out), instead)
  for (const { path } of files) process.stderr.write(`${path}: written\n`)
  process.stderr.write(`${nextSteps(options)}\n`)
  return 0
}

interface Drafted extends Pick<Draft, 'draft' | 'inline'> {
  path: string
}

async function drafted(drafts: Drafted[]): Promise<NewFile[]> {
  const { renderHostFile } = await import('../render/host-file.ts') // with the template engine: other commands start without it
  return drafts.map(({ path, draft }) => ({ path, text: renderHostFile(draft, schemaPath()) }))
}

async function takenOver(drafts: Drafted[], { from = '', out }: Options): Promise<NewFile[]> {
  const { takeGroups, takeOver } = await import('./take-over.ts') // with the validator and the renderer
  const taken = drafts.map((draft) => takeOver(from, { out, schema: schemaPath(), ...draft }))
  tell(taken.flatMap(({ notes }) => notes))
  return [...taken.flatMap(({ files }) => files), ...takeGroups(from)]
}

function tell(notes: string[]): void {
  for (const note of notes) process.stderr.write(`note: ${note}\n`)
}

async function askedDraft(options: Options): Promise<HostDraft> {
  const isAsked = options.domain === undefined
  if (isAsked && !canAsk())
    throw new AppError('usage', 'The domain is not known, and there is no terminal to ask on.', {
      hint: 'Add --domain example.com, or --from the checkout of the playbook.',
    })
  const answer = async (question: string, given: string | undefined, preset: string, keys: (text: string) => object) =>
    given ?? (isAsked ? await askUntilRight(question, preset, keys) : preset)
  const domain = await answer('Matrix server name, as in @john:example.com', options.domain, '', (text) => ({
    domain: text,
  }))
  const host = await answer('Name of the server', options.host, `matrix.${domain.replace(/:\d+$/, '')}`, (text) => ({
    host: text,
  }))
  const homeserver = await answer('Homeserver, synapse or dendrite', options.homeserver, 'synapse', (text) => ({
    homeserver: text,
  }))
  const isLocal =
    options.local ??
    (isAsked && options.user === undefined && (await askYesOrNo('Does this run on the server itself, yes or no', 'no')))
  const user = isLocal
    ? undefined
    : await answer('User to log in as', options.user, 'root', (text) => ({ connection: { kind: 'ssh', user: text } }))
  return {
    domain,
    host,
    homeserver,
    isLocal,
    ...(user === undefined ? {} : { user }),
    ...(options.address === undefined ? {} : { address: options.address }),
  }
}

/** Asks again while a host file could not have the answer, and says why. */
async function askUntilRight(question: string, preset: string, keys: (answer: string) => object): Promise<string> {
  for (;;) {
    const answer = await askLine(question, preset)
    const file = {
      version: 1,
      domain: 'example.com',
      host: 'matrix.example.com',
      homeserver: 'synapse',
      ...keys(answer),
    }
    const [problem] = validateSource(parseSource('registrar.yml', JSON.stringify(file))).diagnostics.filter(
      ({ severity }) => severity === 'error',
    )
    if (!problem) return answer
    process.stderr.write(`${problem.message} ${problem.hint}\n`)
  }
}

async function askYesOrNo(question: string, preset: string): Promise<boolean> {
  for (;;) {
    const answer = await askLine(question, preset)
    if (/^(y|yes|n|no)$/i.test(answer)) return /^y/i.test(answer)
    process.stderr.write('yes or no, please.\n')
  }
}

function foundIn(checkout: string, { host: wanted }: Options): Pick<Draft, 'draft' | 'inline'>[] {
  const { hosts, notes } = readCheckout(checkout)
  const found = [...hosts]
    .filter(([host]) => wanted === undefined || host === wanted)
    .map(([host, variables]) => draftHost(host, variables, checkout))
  const usable = found.filter(({ refused }) => refused === undefined)
  tell([...notes, ...found.flatMap((each) => [...each.notes, ...(each.refused === undefined ? [] : [each.refused])])])
  if (usable.length > 0) return usable
  throw new AppError(
    'no-host',
    wanted === undefined || found.length > 0
      ? `${checkout} has no host that can be managed.`
      : `${checkout} has no host ${wanted}.`,
    {
      hint:
        hosts.size > 0
          ? `Its hosts: ${[...hosts.keys()].join(', ')}.`
          : 'Its inventory/hosts has no host under [matrix_servers].',
    },
  )
}

function withCheckout(draft: HostDraft, path: string, { from, out }: Options): HostDraft {
  return from === undefined
    ? draft
    : { ...draft, checkout: relative(dirname(resolve(out, path)), resolve(from)) || '.' }
}

/** Where an editor finds the schema: in this installation, wherever the host file is. */
function schemaPath(): string {
  return fileURLToPath(new URL('../schemas/host.schema.json', templatesDirectory))
}

/** A value that a host file cannot have is told as in any other host file, and nothing is written. */
function check(texts: { path: string; text: string }[]): void {
  const sources = texts.map(({ path, text }) => parseSource(path, text))
  configsOf(
    sources,
    new AppError('invalid-answer', 'The host file would be wrong; nothing was written.', {
      hint: 'Start again, and answer what is told above in another way.',
    }),
  )
}

const instead = 'Edit it, move it away, or name another directory with --out.'

function nextSteps({ from, out, takeOver }: Options): string {
  const into = from === undefined || takeOver ? '' : ` --into ${relative(resolve(out), resolve(from)) || '.'}`
  const where = out === '.' ? [] : [`  cd ${out}`]
  const then = takeOver
    ? 'just install-all: the playbook, with the inventory of this workspace'
    : 'just register-user john'
  return [
    'Next:',
    ...where,
    '  registrar register-user john      an account, without Ansible',
    `  ${`registrar generate${into}`.padEnd(32)}  then: ${then}`,
  ].join('\n')
}
