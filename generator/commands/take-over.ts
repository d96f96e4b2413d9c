import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import type { HostDraft } from '../render/host-file.ts'
import { hostsFiles } from '../checkout/choose-inventory.ts'
import { isEncrypted, type Variables } from '../checkout/inventory.ts'
import type { Checkout } from '../checkout/read-checkout.ts'
import { isRenderedFile } from '../checkout/is-rendered.ts'
import { movedPaths } from '../checkout/moved-paths.ts'
import { isVaulted, readText } from '../checkout/read-text.ts'
import { isInside, variableFiles } from '../checkout/variable-files.ts'
import { newestRelease } from '../dialects/releases.ts'
import type { PlaybookNames } from '../dialects/playbook-names.ts'
import { AppError } from '../errors/app-error.ts'
import { importVariables } from '../importing/import-variables.ts'
import type { Source } from '../load/source.ts'
import { clientOf, connectionOf, webOf } from '../render/host-file.ts'
import { keptName, modeOf } from './kept-file.ts'
import { loadVariables } from '../variables/load-variables.ts'
import type { WorkspaceFile } from './write-host-files.ts'

interface Taking {
  checkout: Checkout
  /** The new host files, by path. */
  drafts: { path: string; draft: HostDraft }[]
  /** The schema's path for editors; empty: none. */
  schemaFor: (path: string) => string
  playbook?: PlaybookNames
}

/**
 * The whole inventory, so that Ansible reads the same as before: the hosts, what their groups share and what the hosts have,
 * byte for byte. Only harmless settings of a host that gets a host file move into that.
 */
export function takeOver(taking: Taking): WorkspaceFile[] {
  const { file } = taking.checkout
  const root = dirname(file)
  const files = [file, ...sharedFiles(taking), ...taking.drafts.flatMap(({ draft }) => hostFiles(root, draft.host))]
  for (const each of files) refuseOutside(root, each)
  refusePlugin(file)
  refuseMovedPaths(files)
  return [
    kept(file, `inventory/${nameOfHosts(file)}`),
    ...sharedFiles(taking).map((each) => kept(each, join('inventory', relative(root, each)))),
    ...taking.drafts.flatMap((draft) => takeHost(root, draft, taking)),
  ]
}

/** Files of groups, and of the hosts that get no host file. */
function sharedFiles({ checkout: { file, inventory }, drafts }: Taking): string[] {
  const root = dirname(file)
  const taken = new Set(drafts.map(({ draft }) => draft.host))
  const others = [...inventory.hosts.keys()].filter((host) => !taken.has(host))
  return [
    ...['all', ...inventory.groups.keys()].flatMap((name) => variableFiles(join(root, 'group_vars'), name)),
    ...others.flatMap((host) => hostFiles(root, host)),
  ].filter((each) => !isRenderedFile(each))
}

function hostFiles(root: string, host: string): string[] {
  return variableFiles(join(root, 'host_vars'), host).filter((each) => !isRenderedFile(each))
}

function takeHost(
  root: string,
  { path, draft }: Taking['drafts'][number],
  { checkout, schemaFor, playbook }: Taking,
): WorkspaceFile[] {
  const { domain, host, homeserver, authority } = draft
  const web = webOf(draft)
  const files = hostFiles(root, host)
  const given = {
    domain,
    host,
    homeserver,
    ...(authority ? { authority } : {}),
    deployment: { kind: 'playbook', ...(draft.checkout === undefined ? {} : { checkout: draft.checkout }) },
    connection: { ...connectionOf(draft) },
    ...(Object.keys(web).length > 0 ? { web } : {}),
    ...(draft.adminClient ? { access: { client: clientOf(draft) } } : {}),
  }
  const sources = movable(files, checkout.decrypted !== undefined)
  const imported = importVariables(sources, {
    given,
    release: newestRelease,
    ...(playbook ? { playbook } : {}),
    elsewhere: [
      ...namesIn(files.filter((each) => !sources.some(({ file }) => file === each))),
      ...encryptedNames(checkout.decrypted && checkout.inventory.hosts.get(host)),
    ],
  })
  const texts = new Map(imported?.kept.map(({ file, text }) => [file, text]))
  return [
    { path, text: `# yaml-language-server: $schema=${schemaFor(path)}\n${imported?.hostFile ?? ''}`, isHostFile: true },
    ...files.map((each) => ({
      ...kept(each, keptPath(root, host, each, files)),
      text: texts.get(each) ?? readText(each),
    })),
  ]
}

/** The variables of files that are encrypted as a whole. */
function encryptedNames(variables: Variables = {}): string[] {
  return Object.entries(variables).flatMap(([name, value]) => (isEncrypted(value) ? [name] : []))
}

/** Files of YAML that settings can move out of; not from before an encrypted file that was not read: it may set the same, and wins. */
function movable(files: string[], isAllRead: boolean): Source[] {
  const from = isAllRead ? 0 : files.findLastIndex((file) => isVaulted(readText(file))) + 1
  return files
    .slice(from)
    .filter((file) => extname(file) !== '.json' && !isVaulted(readText(file)))
    .map(loadVariables)
    .filter(({ diagnostics }) => diagnostics.length === 0)
}

/** Every name at the beginning of a line. */
function namesIn(files: string[]): string[] {
  return files.flatMap((file) =>
    [...readText(file).matchAll(/^["']?([A-Za-z_]\w*)["']?\s*:/gm)].map(([, name = '']) => name),
  )
}

function keptPath(root: string, host: string, file: string, files: string[]): string {
  const inside = relative(join(root, 'host_vars', host), file)
  const isAlone = inside === '' || inside.startsWith('..') // host_vars/HOST.yml
  return join('inventory/host_vars', host, keptName(isAlone ? basename(file) : inside, files.length))
}

function kept(file: string, path: string): WorkspaceFile {
  return { path, text: readText(file), mode: modeOf(file), isKept: true }
}

function nameOfHosts(file: string): string {
  const name = basename(file)
  if (hostsFiles.includes(name)) return name
  return /\.ya?ml$/.test(name) ? 'hosts.yml' : 'hosts'
}

function refuseOutside(root: string, file: string): void {
  if (isInside(root, file)) return
  throw new AppError('link-outside', `${file} is a link that leads out of ${resolve(root)}; nothing was written.`, {
    hint: 'Take-over copies no file from elsewhere. Put the file itself in place of the link, or leave --take-over out.',
  })
}

/** A template would refer to another file. */
function refuseMovedPaths(files: string[]): void {
  const moved = files.flatMap(movedPaths)
  if (moved.length === 0) return
  throw new AppError(
    'moved-path',
    `${moved.join(', ')}: that would be another directory in the new workspace; nothing was written.`,
    {
      hint: 'Write the path itself there, or leave --take-over out, and then: registrar generate --into CHECKOUT, which moves nothing.',
    },
  )
}

/** A plugin or a program needs its name, its surroundings and its credentials. */
function refusePlugin(file: string): void {
  const text = readText(file)
  if (!/^plugin:/m.test(text) && !text.startsWith('#!')) return
  throw new AppError('inventory-plugin', `${file} is for an inventory plugin or is a program, and cannot be moved.`, {
    hint: 'Leave --take-over out, and then: registrar generate --into CHECKOUT',
  })
}
