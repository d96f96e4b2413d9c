import { homeserverNames } from '../authorities/index.ts'
import { defaultHomeserver } from '../authorities/names.ts'
import { AppError } from '../errors/app-error.ts'
import { parseSource } from '../load/parse-source.ts'
import type { HostDraft } from '../render/host-file.ts'
import { askChoice, askText, askYes } from '../ui/ask.ts'
import { canAsk } from '../ui/terminal.ts'
import { validateSource } from '../validate/validate-source.ts'

interface Answers {
  domain?: string
  host?: string
  homeserver?: string
  address?: string
  user?: string
  local?: boolean
}

/** Asks on a terminal for what no option gives, unless --domain is given. */
export async function askedDraft(options: Answers): Promise<HostDraft> {
  const isAsked = options.domain === undefined
  if (isAsked && !canAsk())
    throw new AppError('usage', 'No domain was given, and there is no terminal to ask on.', {
      hint: 'Add --domain example.com, or --from the checkout of the playbook.',
    })
  const domain = options.domain ?? (await askDomain())
  const mainHost = `matrix.${domain.replace(/:\d+$/, '')}`
  const host = options.host ?? (isAsked ? await askHost(mainHost) : mainHost)
  const homeserver = options.homeserver ?? (isAsked ? await askHomeserver(defaultHomeserver) : defaultHomeserver)
  const isLocal =
    options.local ??
    (isAsked && options.user === undefined && (await askYes('Are you running registrar on the Matrix server itself?')))
  const user = isLocal ? undefined : (options.user ?? (isAsked ? await askUser() : defaultUser))
  return {
    domain,
    host,
    homeserver,
    isLocal,
    ...(user === undefined ? {} : { user }),
    ...(options.address === undefined ? {} : { address: options.address }),
  }
}

const defaultUser = 'root'

export function askDomain(): Promise<string> {
  return askValid('Matrix server name, as in @john:example.com', {
    is: 'a Matrix server name, such as example.com',
    keys: (domain) => ({ domain }),
  })
}

export function askHomeserver(preset: string): Promise<string> {
  return askChoice('Homeserver', homeserverNames, preset)
}

function askHost(preset: string): Promise<string> {
  return askValid('Host name of the server', {
    preset,
    is: `the name of a server, such as ${preset}`,
    keys: (host) => ({ host }),
  })
}

function askUser(): Promise<string> {
  return askValid('User to log in as', {
    preset: defaultUser,
    is: `a username, such as ${defaultUser}`,
    keys: (user) => ({ connection: { kind: 'ssh', user } }),
  })
}

interface Question {
  preset?: string
  /** What a valid answer is. */
  is: string
  /** The keys of a host file with the answer. */
  keys: (answer: string) => object
}

/** Asks until the answer is valid in a host file. */
function askValid(question: string, { preset = '', is, keys }: Question): Promise<string> {
  const validate = (answer: string) => isValid(keys(answer)) || (answer ? `"${answer}" is not ${is}.` : `Enter ${is}.`)
  return askText(question, { preset, validate })
}

function isValid(keys: object): boolean {
  const file = { version: 1, domain: 'example.com', host: 'matrix.example.com', homeserver: defaultHomeserver, ...keys }
  const { diagnostics } = validateSource(parseSource('registrar.yml', JSON.stringify(file)))
  return diagnostics.every(({ severity }) => severity !== 'error')
}
