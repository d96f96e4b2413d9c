/** Something that is wrong with how a server is found: what, and where to fix it. */
export interface Problem {
  code: ProblemCode
  severity: 'error' | 'warning'
  message: string
  hint: string
}

type ProblemCode =
  | 'unresolved'
  | 'refused'
  | 'timeout'
  | 'certificate-expired'
  | 'certificate-of-another-name'
  | 'certificate-not-trusted'
  | 'certificate-chain-incomplete'
  | 'unreachable'
  | 'certificate-not-yet-valid'
  | 'without-tls'
  | 'tls-refused'
  | 'not-http'
  | 'hung-up'
  | 'too-slow'
  | 'too-large'
  | 'redirect-loop'
  | 'redirect-without-tls'
  | 'redirect-to-nowhere'
  | 'missing-file'
  | 'wrong-status'
  | 'no-cors'
  | 'cors-twice'
  | 'cors-of-one-origin'
  | 'compressed'
  | 'byte-order-mark'
  | 'not-utf8'
  | 'html'
  | 'not-json'
  | 'wrong-content-type'
  | 'wrong-shape'
  | 'address-without-tls'
  | 'address-with-path'
  | 'not-a-homeserver'
  | 'not-a-server-name'
  | 'port-8448-assumed'
  | 'another-server'
  | 'another-letter-case'
  | 'wrong-srv-record'
  | 'no-auth-metadata'
  | 'differs-from-host-file'

export function error(code: ProblemCode, message: string, hint: string): Problem {
  return { code, severity: 'error', message, hint }
}

export function warning(code: ProblemCode, message: string, hint: string): Problem {
  return { code, severity: 'warning', message, hint }
}
