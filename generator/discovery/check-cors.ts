import { quoted, shortened } from './foreign-text.ts'
import { origin, type Reply } from './get.ts'
import { error, type Problem } from './problem.ts'

/** Browsers ask it of every answer on the way, redirects included (Fetch standard, "CORS check"). */
export function checkCors({ status, headers }: Reply, url: URL, what: 'answer' | 'redirect'): Problem[] {
  const allowed = [headers['access-control-allow-origin']].flat().join(', ')
  if (allowed === '*' || allowed === origin || status >= 400) return []
  const where = `The ${what} of ${shortened(url.href)}`
  if (allowed.trim() === '')
    return [
      error(
        'no-cors',
        `${where} has no Access-Control-Allow-Origin, so clients in a browser may not read it.`,
        `Let the web server of ${url.host} add the header Access-Control-Allow-Origin: *`,
      ),
    ]
  if (allowed.includes(','))
    return [
      error(
        'cors-twice',
        `${where} has Access-Control-Allow-Origin more than once (${quoted(allowed)}), so browsers refuse it.`,
        `Something else adds the header too: keep it in one place in the web server of ${url.host} or behind it.`,
      ),
    ]
  return [
    error(
      'cors-of-one-origin',
      `${where} allows ${quoted(allowed)} alone to read it, not clients from elsewhere in a browser.`,
      `Let the web server of ${url.host} send Access-Control-Allow-Origin: * instead.`,
    ),
  ]
}
