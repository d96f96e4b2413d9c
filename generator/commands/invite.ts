import { Command } from 'commander'
import { AppError, type ExitCode } from '../errors/app-error.ts'
import { createRegistrationToken } from '../operations/create-registration-token.ts'
import { isEmailAddress } from '../operations/email-address.ts'
import { failures } from '../operations/failures.ts'
import { howToOpen, nextSteps } from '../operations/next-steps.ts'
import type { HostPlan } from '../plan/host-plan.ts'
import type { AskedAccount, Reach } from '../run/operate.ts'
import { errorOf, type Report } from '../run/report.ts'
import { printable, printableLines } from '../ui/printable.ts'
import { withProgress } from '../ui/progress.ts'
import { note } from '../ui/verbosity.ts'
import { chooseHost } from './choose-host.ts'
import { endOf, type Invitation, invitationOf } from './invitation.ts'
import { addOutputOptions, isDocument, type OutputOptions, printDocument } from './output.ts'
import { addHostOptions, addReachOptions, checkHelp, reachOf, type ReachOptions } from './reach.ts'

interface Options extends ReachOptions, OutputOptions {
  email?: string
  template?: string
  uses?: string
  expires?: string
  token?: string
  check?: boolean
}

const [uses, expires] = createRegistrationToken.parameters
const [token] = createRegistrationToken.options

/** `registrar invite anna`: makes a registration token, and prints the text to send. */
export function inviteCommand(setExit: (code: ExitCode) => void): Command {
  const command = new Command('invite')
    .description('create a registration token for somebody, and print the text to send; sends nothing')
    .argument('<name>', 'name of the person, as used in the text')
    .option('--email <address>', 'their e-mail address, for the text')
    .option('--template <file>', 'the text, with {{name}}, {{email}}, {{domain}}, {{link}}, {{token}} and {{expires}}')
    .option('--uses <uses>', uses.summary)
    .option('--expires <expires>', expires.summary)
    .option('--token <token>', token.summary)
    .option('--check', checkHelp)
  return addReachOptions(addOutputOptions(addHostOptions(command)))
    .addHelpText(
      'after',
      '\nOnly the text is on standard output, so a mail program can read it: registrar invite anna | mail -s Invitation anna@example.com\n\nExamples:\n  registrar invite anna\n  registrar invite anna --email anna@example.com --expires 2w',
    )
    .action(async (name: string, options: Options) => setExit(await runInvite(name, options)))
}

async function runInvite(name: string, options: Options): Promise<ExitCode> {
  refuseOdd(name, options)
  const { plan, directory } = await chooseHost(options)
  const fill = await invitationOf(options.template)
  const reach = await reachOf({ host: plan.host, directory }, options)
  const report = await withProgress(`Working on ${plan.host}`, () => makeToken(plan, reach, options))
  const { token = options.token || '(made by the server)', message } = report
  const invitation: Invitation = {
    ...{ name, email: options.email ?? '', domain: plan.domain, link: plan.registerUrl ?? '', token },
    expires: endOf(options.expires ?? expires.default, new Date()),
  }
  const text = fill(invitation)
  if (isDocument(options.output)) {
    const { host, outcome, changed } = report
    printDocument({ host, outcome, changed, message, token, link: invitation.link, text }, options.output)
    return 0
  }
  note(`${printable(message)}\n`)
  if (options.check) note(`The text would be:\n\n${printableLines(text)}`)
  else process.stdout.write(printableLines(text))
  return 0
}

/** What would be a line of its own in a mail. */
function refuseOdd(name: string, { email }: Options): void {
  if (/^\s*$|\p{Cc}/u.test(name))
    throw new AppError('usage', 'The name is empty, or has a control character.', { hint: 'Write it in one line.' })
  if (email !== undefined && !isEmailAddress(email)) {
    const { message, hint } = failures.email_invalid
    throw new AppError('email-invalid', message.replace('%(detail)s', email), { hint })
  }
}

/** Only if registration with a token is open; mas-cli cannot check that beforehand. */
async function makeToken(plan: HostPlan, reach: Reach, options: Options): Promise<Report> {
  const { objections, openSession } = await import('../run/operate.ts')
  const account: AskedAccount = {
    uses: options.uses ?? uses.default,
    expires: options.expires ?? expires.default,
    token: options.token ?? '',
  }
  const work = { plan, operation: createRegistrationToken, accounts: [account] }
  const [refused] = objections({ ...work, check: Boolean(options.check) })
  if (refused) throw errorOf(refused)
  const session = await openSession(plan, reach, [createRegistrationToken])
  try {
    const ask = async (check: boolean) => made(await session.operate({ ...work, check }))
    const predicted = await ask(true).catch((error: unknown) => {
      if (!options.check && error instanceof AppError && error.code === 'cannot_predict') return undefined
      throw error
    })
    if (predicted?.next.includes(nextSteps.registration_closed))
      throw new AppError(
        'registration-closed',
        'Nobody could accept it: registration is closed, or asks for no token.',
        { hint: `${howToOpen} No token was made.` },
      )
    return predicted && options.check ? predicted : await ask(false)
  } finally {
    await session.close()
  }
}

function made([report]: Report[]): Report {
  if (!report || report.outcome === 'refused' || report.outcome === 'failed')
    throw errorOf(report ?? { outcome: 'failed', message: 'There was no answer.' })
  return report
}
