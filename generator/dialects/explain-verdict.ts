import type { Verdict } from './judge-name.ts'
import { releases } from './releases.ts'
import { namesOf } from './names.ts'

interface Explanation {
  code: 'renamed-variable' | 'removed-variable' | 'unknown-variable'
  message: string
  hint: string
}

/** The diagnostic for a name; undefined: nothing is wrong with it. `of` is the playbook, as in "release 2026-08". */
export function explainVerdict(name: string, verdict: Verdict, of: string): Explanation | undefined {
  switch (verdict.kind) {
    case 'known':
      return undefined
    case 'renamed':
      return {
        code: 'renamed-variable',
        message: `${name} was renamed (${verdict.because.since}).`,
        hint: `Write ${verdict.to}; registrar migrate does it for the whole file.`,
      }
    case 'replaced':
      return {
        code: 'removed-variable',
        message: `${name} was replaced (${verdict.because.since}).`,
        hint: `${insteadOf(verdict.by)} The value may have to change: see the defaults of its role.`,
      }
    case 'removed':
      return {
        code: 'removed-variable',
        message: `${name} was removed (${verdict.because.since}).`,
        hint: adviceFor(name) ?? reason(verdict.why),
      }
    case 'unknown':
      return {
        code: 'unknown-variable',
        message: `The playbook's ${of} has no variable ${name}.`,
        hint: verdict.suggestion ? `Did you mean ${verdict.suggestion}?` : lookUp(name),
      }
  }
}

function insteadOf(by: string[]): string {
  const [first = ''] = by
  const [within, key] = first.split('.')
  return key === undefined ? `Use ${by.join(' or ')} instead.` : `Write it as the key ${key} of ${within}.`
}

function reason(why: string | undefined): string {
  if (why === undefined) return 'Leave it out; nothing replaces it.'
  if (why === 'pull') return 'Leave it out: images are pulled whenever that is needed.'
  if (why === 'metrics') return 'Leave it out: this program has no metrics.'
  return `Leave it out; for the reasons see ${why}${why.startsWith('docs/') ? ' of the playbook' : ''}.`
}

function lookUp(name: string): string {
  const having = releases.filter((release) => namesOf(release).has(name))
  return having.length > 0
    ? `Release ${having.join(' and ')} has it; this one does not read it.`
    : 'Look it up in the defaults of its role; nothing reads this one.'
}

/** What to use instead of a whole role that was removed. */
const advice: [prefix: string, hint: string][] = [
  [
    'matrix_registration_',
    "matrix-registration is archived. Use the homeserver's own registration tokens: matrix_synapse_registration_requires_token.",
  ],
  ['matrix_bot_matrix_registration_bot_', 'Make registration tokens with registrar or the admin UI.'],
  ['matrix_ldap_registration_proxy_', 'Leave it out; the proxy has no successor in the playbook.'],
  [
    'matrix_nginx_proxy_',
    'Leave it out: Traefik is the web server of the playbook (docs/configuring-playbook-traefik.md).',
  ],
  [
    'matrix_ssl_',
    'Leave it out: Traefik gets the certificates (docs/configuring-playbook-ssl-certificates.md of the playbook).',
  ],
  ['matrix_ma1sd_', 'Leave it out: the identity server ma1sd has no successor in the playbook.'],
  ['matrix_sliding_sync_', 'Leave it out: Synapse does sliding sync itself.'],
  [
    'matrix_synapse_ext_synapse_auto_accept_invite_',
    'Use matrix_synapse_auto_accept_invites_enabled: Synapse does it itself.',
  ],
  ['matrix_mautrix_facebook_', 'Use the bridge mautrix-meta-messenger.'],
  ['matrix_mautrix_instagram_', 'Use the bridge mautrix-meta-instagram.'],
  ['matrix_appservice_slack_', 'Use the bridge mautrix-slack.'],
  ['matrix_appservice_webhooks_', 'Use the bridge hookshot, which has webhooks.'],
  ['matrix_bot_go_neb_', 'Leave it out; the bots baibot and maubot and the bridge hookshot do some of what it did.'],
  ['matrix_bot_chatgpt_', 'Use the bot baibot.'],
  ['matrix_conduwuit', 'Use Continuwuity, which continues conduwuit.'],
  ['matrix_email2matrix_', 'Use the bridge Postmoogle.'],
]

function adviceFor(name: string): string | undefined {
  return advice.find(([prefix]) => name.startsWith(prefix))?.[1]
}
