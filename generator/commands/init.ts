import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command, Option } from 'commander'
import { draftHost } from '../checkout/draft-host.ts'
import { readCheckout } from '../checkout/read-checkout.ts'
import { AppError, type ExitCode } from '../errors/app-error.ts'
import { parseSource } from '../load/parse-source.ts'
import type { HostDraft } from '../render/host-file.ts'
import { templatesDirectory } from '../render/templates-directory.ts'
import { askLine } from '../ui/ask-line.ts'
import { canAsk } from '../ui/ask-secret.ts'
import { configsOf } from './configs-of.ts'

interface Options {
  domain?: string
  host?: string
  homeserver?: string
  address?: string
  user?: string
  local?: boolean
  from?: string
  out: string
}

/** `registrar init`: the first host file, from a few answers or from what a checkout of the playbook says. */
export function initCommand(setExit: (code: ExitCode) => void): Command {
  return new Command('init')
    .description('write a host file to start from: asks on a terminal for what no option says')
    .option('--from <checkout>', 'take it from the inventory of a checkout of matrix-docker-ansible-deploy')
    .option('--domain <name>', 'the Matrix server name: accounts are @john:NAME')
    .option('--host <name>', 'the name of the server; default: matrix.DOMAIN')
    .addOption(new Option('--homeserver <name>', 'which homeserver runs there; default: synapse').choices(['synapse', 'dendrite']))
    .option('--address <name>', 'what to connect to, when that is not the name of the server')
    .option('--user <name>', 'the user to log in as; default: root')
    .option('--local', 'registrar runs on the server itself')
    .option('--out <directory>', 'where it goes', '.')
    .addHelpText('after', '\nExamples:\n  registrar init\n  registrar init --domain example.com\n  registrar init --domain example.com --homeserver dendrite --user deploy\n  registrar init --from ../matrix-docker-ansible-deploy')
    .action(async (options: Options) => setExit(await init(options)))
}

async function init(options: Options): Promise<ExitCode> {
  if (options.from === undefined) refuseExisting(['registrar.yml'], resolve(options.out)) // before anyone is asked in vain
  const { renderHostFile } = await import('../render/host-file.ts') // with the template engine: other commands start without it
  const drafts = options.from === undefined ? [await askedDraft(options)] : draftsFrom(options.from, options)
  const files = drafts.map((draft) => ({ path: drafts.length === 1 ? 'registrar.yml' : `hosts/${draft.host}.yml`, draft }))
  const texts = files.map(({ path, draft }) => ({ path, text: renderHostFile(withCheckout(draft, path, options), schemaPath()) }))
  check(texts)
  write(texts, resolve(options.out))
  for (const { path } of texts) process.stderr.write(`${path}: written\n`)
  process.stderr.write(`${nextSteps(options)}\n`)
  return 0
}

async function askedDraft(options: Options): Promise<HostDraft> {
  const isAsked = options.domain === undefined
  if (isAsked && !canAsk()) throw new AppError('usage', 'The domain is not known, and there is no terminal to ask on.', { hint: 'Add --domain example.com, or --from the checkout of the playbook.' })
  const answer = async (question: string, given: string | undefined, preset = '') => given ?? (isAsked ? await askLine(question, preset) : preset)
  const domain = await answer('Matrix server name, as in @john:example.com', options.domain)
  if (domain === '') throw new AppError('usage', 'There is no host file without a domain; nothing was done.', { hint: 'It is what stands after the colon in @john:example.com.' })
  const host = await answer('Name of the server', options.host, `matrix.${domain.replace(/:\d+$/, '')}`)
  const homeserver = await answer('Homeserver, synapse or dendrite', options.homeserver, 'synapse')
  const isLocal = options.local ?? (isAsked && options.user === undefined && /^y/i.test(await askLine('Does this run on the server itself, yes or no', 'no')))
  const user = isLocal ? undefined : await answer('User to log in as', options.user, 'root')
  return { domain, host, homeserver, isLocal, ...(user === undefined ? {} : { user }), ...(options.address === undefined ? {} : { address: options.address }) }
}

function draftsFrom(checkout: string, { host: wanted }: Options): HostDraft[] {
  const { hosts, notes } = readCheckout(checkout)
  const found = [...hosts].filter(([host]) => wanted === undefined || host === wanted).map(([host, variables]) => draftHost(host, variables, checkout))
  const usable = found.filter(({ refused }) => refused === undefined)
  const said = [...notes, ...found.flatMap((each) => [...each.notes, ...(each.refused === undefined ? [] : [each.refused])])]
  for (const note of said) process.stderr.write(`note: ${note}\n`)
  if (usable.length > 0) return usable.map(({ draft }) => draft)
  throw new AppError('no-host', wanted === undefined || found.length > 0 ? `${checkout} has no host that can be managed.` : `${checkout} has no host ${wanted}.`, {
    hint: hosts.size > 0 ? `Its hosts: ${[...hosts.keys()].join(', ')}.` : 'Its inventory/hosts has no host under [matrix_servers].',
  })
}

function withCheckout(draft: HostDraft, path: string, { from, out }: Options): HostDraft {
  return from === undefined ? draft : { ...draft, checkout: relative(dirname(resolve(out, path)), resolve(from)) || '.' }
}

/** Where an editor finds the schema: in this installation, wherever the host file is. */
function schemaPath(): string {
  return fileURLToPath(new URL('../schemas/host.schema.json', templatesDirectory))
}

/** A value that a host file cannot have is told as in any other host file, and nothing is written. */
function check(texts: { path: string; text: string }[]): void {
  const sources = texts.map(({ path, text }) => parseSource(path, text))
  configsOf(sources, new AppError('invalid-answer', 'The host file would be wrong; nothing was written.', { hint: 'Start again, and answer what is told above in another way.' }))
}

function refuseExisting(paths: string[], out: string): void {
  const existing = paths.find((path) => existsSync(join(out, path)))
  if (existing === undefined) return
  throw new AppError('exists', `${existing} is there already; nothing was written.`, { hint: 'Edit it, move it away, or name another directory with --out.' })
}

function write(texts: { path: string; text: string }[], out: string): void {
  refuseExisting(texts.map(({ path }) => path), out)
  for (const { path, text } of texts) {
    mkdirSync(dirname(join(out, path)), { recursive: true })
    writeFileSync(join(out, path), text, { flag: 'wx' })
  }
}

function nextSteps({ from, out }: Options): string {
  const into = from === undefined ? '' : ` --into ${from}`
  const where = out === '.' ? [] : [`  cd ${out}`]
  return ['Next:', ...where, '  registrar register-user john      an account, without Ansible', `  ${`registrar generate${into}`.padEnd(32)}  then: just register-user john`].join('\n')
}
