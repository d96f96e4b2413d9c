import { homeserverWords } from '../authorities/index.ts'
import { defaultHomeserver } from '../authorities/names.ts'
import { AppError } from '../errors/app-error.ts'
import { parseSource } from '../load/parse-source.ts'
import type { HostDraft } from '../render/host-file.ts'
import { askLine } from '../ui/ask-line.ts'
import { canAsk } from '../ui/ask-secret.ts'
import { validateSource } from '../validate/validate-source.ts'

export interface Answers {
  domain?: string
  host?: string
  homeserver?: string
  address?: string
  user?: string
  local?: boolean
}

export const homeserverQuestion = `Homeserver, ${homeserverWords}`

/** Asks on a terminal for what no option gives, unless --domain is given. */
export async function askedDraft(options: Answers): Promise<HostDraft> {
  const isAsked = options.domain === undefined
  if (isAsked && !canAsk())
    throw new AppError('usage', 'No domain was given, and there is no terminal to ask on.', {
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
  const homeserver = await answer(homeserverQuestion, options.homeserver, defaultHomeserver, (text) => ({
    homeserver: text,
  }))
  const isLocal =
    options.local ??
    (isAsked &&
      options.user === undefined &&
      (await askYesOrNo('Are you running registrar on the Matrix server itself, yes or no', 'no')))
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

/** Asks until the answer is valid in a host file, with the reason each time. */
export async function askUntilRight(
  question: string,
  preset: string,
  keys: (answer: string) => object,
): Promise<string> {
  for (;;) {
    const answer = await askLine(question, preset)
    const file = {
      version: 1,
      domain: 'example.com',
      host: 'matrix.example.com',
      homeserver: defaultHomeserver,
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
    process.stderr.write('Please answer yes or no.\n')
  }
}
