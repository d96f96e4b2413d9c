import { exceeded } from './failure-code.ts'
import { named, shortened } from './foreign-text.ts'
import type { NoReply } from './get.ts'
import { error, type Problem } from './problem.ts'

/** Why nothing answered at a name, and what to do there. Codes: Node.js's errno and OpenSSL's X509_V_ERR. */
export function explainNoReply({ failed, limit = 'the time limit' }: NoReply, url: URL): Problem {
  const { hostname, port } = url
  const at = `${hostname}:${port || '443'}`
  switch (failed) {
    case exceeded.time:
      return error(
        'too-slow',
        `${shortened(url.href)} did not finish its answer within ${limit}, redirects included.`,
        `See what the web server of ${at} is waiting for, or allow more with --timeout.`,
      )
    case exceeded.size:
      return error(
        'too-large',
        `${shortened(url.href)} sends more than ${limit}.`,
        'A file of a few lines is expected there; see which one the web server sends.',
      )
    case 'HPE_HEADER_OVERFLOW':
      return error(
        'too-large',
        `${shortened(url.href)} sends more than 16 KiB of headers.`,
        `See which headers the web server of ${at} adds.`,
      )
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ENODATA':
      return error(
        'unresolved',
        `The name ${hostname} has no address.`,
        `Add an A or AAAA record for ${hostname} in your DNS.`,
      )
    case 'ECONNREFUSED':
      return error(
        'refused',
        `Nothing listens on ${at}.`,
        'Start the web server there, or open the port in its firewall and its container.',
      )
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return error(
        'timeout',
        `${at} does not answer within ${limit}.`,
        'Look at the firewall and at the address in your DNS; both IPv4 and IPv6 must lead there.',
      )
    case 'ECONNRESET':
    case 'EPIPE':
      return error(
        'hung-up',
        `${at} closed the connection before its answer was complete.`,
        'See the log of the web server there.',
      )
    default:
      return explainCertificate(failed, { at, hostname }) ?? explainProtocol(failed, { at, hostname })
  }
}

interface Where {
  at: string
  hostname: string
}

function explainCertificate(failed: string, { at, hostname }: Where): Problem | undefined {
  switch (failed) {
    case 'CERT_HAS_EXPIRED':
      return error(
        'certificate-expired',
        `The certificate of ${at} has expired.`,
        'Renew it there, and see why it was not renewed automatically.',
      )
    case 'CERT_NOT_YET_VALID':
      return error(
        'certificate-not-yet-valid',
        `The certificate of ${at} is not valid yet.`,
        'Check the clock of this machine, and when the certificate was issued.',
      )
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return error(
        'certificate-of-another-name',
        `The certificate of ${at} is for other names.`,
        `Get one for ${hostname}; or the web server there has no site of that name and shows its default one.`,
      )
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return error(
        'certificate-not-trusted',
        `The certificate of ${at} is not from an authority that clients trust.`,
        "Get one from a public authority such as Let's Encrypt; a self-signed certificate is only good for tests.",
      )
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return error(
        'certificate-chain-incomplete',
        `${at} sends its own certificate, but not the one that vouches for it.`,
        'Let the web server send the whole chain (fullchain.pem); browsers often hide this, other servers do not.',
      )
    default:
      return undefined
  }
}

function explainProtocol(failed: string, { at, hostname }: Where): Problem {
  if (/^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST)$/.test(failed))
    return error(
      'without-tls',
      `${at} answers without TLS, probably with plain HTTP.`,
      `Turn on TLS for that port, or let a reverse proxy with a certificate for ${hostname} answer on it.`,
    )
  if (failed.startsWith('ERR_SSL_'))
    return error(
      'tls-refused',
      `${at} refuses the TLS connection (${named(failed)}).`,
      `See whether the web server there has a site and a certificate for ${hostname}, and offers TLS 1.2 or newer.`,
    )
  if (failed.startsWith('HPE_'))
    return error(
      'not-http',
      `${at} does not answer with HTTP (${named(failed)}).`,
      'See what listens on that port; a web server or reverse proxy must answer there.',
    )
  return error(
    'unreachable',
    `The connection to ${at} failed (${named(failed)}).`,
    'See the log of the web server there.',
  )
}

const outOfReach = new Set(['unresolved', 'refused', 'timeout', 'unreachable'])

/** Whether a problem is that there was no connection at all. */
export function isOutOfReach({ code }: Problem): boolean {
  return outOfReach.has(code)
}
