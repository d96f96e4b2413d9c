import { shortened } from './foreign-text.ts'
import { error, type Problem } from './problem.ts'

/** Why an answer is not the file. */
export function explainStatus(status: number, url: URL): Problem {
  const address = shortened(url.href)
  if (status === 404 || status === 410)
    return error('missing-file', `There is nothing at ${address}.`, `Let the web server of ${url.host} serve it.`)
  if (status === 401 || status === 403)
    return error(
      'wrong-status',
      `${address} is not public: HTTP ${status}, instead of 200.`,
      `In the web server of ${url.host}, remove the password or the access rule for that path.`,
    )
  if (status === 429)
    return error(
      'wrong-status',
      `${address} limits how often it answers: HTTP 429, instead of 200.`,
      `Try again later; if that stays so, raise the limit in the web server of ${url.host}.`,
    )
  return error(
    'wrong-status',
    `${address} ${status >= 500 ? 'fails' : 'answers'} with HTTP ${status}, instead of 200.`,
    `See the log of the web server of ${url.host}${status >= 502 ? ', and whether what it passes requests to is running' : ''}.`,
  )
}
