/** Something that is wrong with how a server is found: what, and where to mend it. */
export interface Problem {
  code: ProblemCode
  severity: 'error' | 'warning'
  message: string
  hint: string
}

/** `unreachable` and those before it: nothing answered that could be looked at. */
export type ProblemCode =
  | 'unresolved'
  | 'refused'
  | 'timeout'
  | 'certificate-expired'
  | 'certificate-of-another-name'
  | 'certificate-not-trusted'
  | 'certificate-chain-incomplete'
  | 'unreachable'
  | 'redirect-loop'
  | 'redirect-without-tls'
  | 'redirect-to-nowhere'
  | 'missing-file'
  | 'wrong-status'
  | 'no-cors'
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
  | 'another-homeserver'
  | 'differs-from-host-file'

export function error(code: ProblemCode, message: string, hint: string): Problem {
  return { code, severity: 'error', message, hint }
}

export function warning(code: ProblemCode, message: string, hint: string): Problem {
  return { code, severity: 'warning', message, hint }
}
