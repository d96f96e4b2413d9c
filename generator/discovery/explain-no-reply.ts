import { error, type Problem } from './problem.ts'

/** Why nothing answered at a name, and what to do there. Codes: Node.js's errno and OpenSSL's X509_V_ERR. */
export function explainNoReply(failed: string, { hostname, port }: URL): Problem {
  const at = `${hostname}:${port || '443'}`
  switch (failed) {
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
        `${at} does not answer.`,
        'Look at the firewall and at the address in your DNS; both IPv4 and IPv6 must lead there.',
      )
    case 'CERT_HAS_EXPIRED':
      return error(
        'certificate-expired',
        `The certificate of ${at} has expired.`,
        'Renew it there, and see why it was not renewed by itself.',
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
        `The certificate of ${at} is by nobody that clients trust.`,
        "Get one from a public authority such as Let's Encrypt; a self-signed one serves tests only.",
      )
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return error(
        'certificate-chain-incomplete',
        `${at} sends its own certificate, but not the one that vouches for it.`,
        'Let the web server send the whole chain (fullchain.pem); browsers often hide this, other servers do not.',
      )
    default:
      return error(
        'unreachable',
        `${at} does not speak as expected (${failed}).`,
        'TLS must answer there; see the log of the web server.',
      )
  }
}

const outOfReach = new Set(['unresolved', 'refused', 'timeout', 'unreachable'])

/** Whether a problem is that there was no connection at all. */
export function isOutOfReach({ code }: Problem): boolean {
  return outOfReach.has(code)
}
