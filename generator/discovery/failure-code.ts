/** OpenSSL's numbers for what Node.js before 22 only calls EPROTO (openssl/sslerr.h). */
const opensslReasons: Record<string, string> = {
  '0A00009C': 'ERR_SSL_HTTP_REQUEST',
  '0A0000C6': 'ERR_SSL_PACKET_LENGTH_TOO_LONG',
  '0A00010B': 'ERR_SSL_WRONG_VERSION_NUMBER',
  '0A000410': 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
  '0A00042E': 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  '0A000438': 'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR',
  '0A000458': 'ERR_SSL_TLSV1_UNRECOGNIZED_NAME',
}

/** What a failure is called when a bound was exceeded. */
export const exceeded = { time: 'TOO_SLOW', size: 'TOO_LARGE' }

/** The code of what went wrong with a connection, by Node.js or OpenSSL. */
export function failureCode(cause: NodeJS.ErrnoException): string {
  const number = cause.code === 'EPROTO' ? /\berror:([0-9A-F]{8}):/.exec(cause.message)?.[1] : undefined
  return opensslReasons[number ?? ''] ?? cause.code ?? cause.message
}
