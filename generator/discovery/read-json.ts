import { quoted, shortened } from './foreign-text.ts'
import type { Reply } from './get.ts'
import { error, type Problem, warning } from './problem.ts'
import { readBody } from './read-body.ts'

interface Read {
  /** The parsed JSON; undefined if there is none. */
  data?: unknown
  problems: Problem[]
}

/** The JSON of an answer, with everything that troubles those who read it. */
export function readJson(reply: Reply, url: URL, by: 'browsers' | 'servers'): Read {
  const { text, problems } = readBody(reply, url, by)
  if (text === undefined) return { problems }
  const parsed = parse(text)
  if (parsed === undefined) return { problems: [...problems, notJson(text, url)] }
  return { data: parsed.data, problems: [...problems, ...checkType(reply, url, by)] }
}

function parse(text: string): { data: unknown } | undefined {
  try {
    return { data: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}

function notJson(text: string, url: URL): Problem {
  const begins = text.trimStart()
  if (begins === '')
    return error('not-json', `${shortened(url.href)} is empty.`, `Let the web server of ${url.host} serve JSON there.`)
  if (/^<(!doctype|html|head)/i.test(begins))
    return error(
      'html',
      `${shortened(url.href)} is a web page, not JSON.`,
      `The web server of ${url.host} shows its page for every path; exclude /.well-known/matrix/ from that.`,
    )
  return error(
    'not-json',
    `${shortened(url.href)} is not JSON. It begins with ${quoted(begins.slice(0, 40))}.`,
    'Correct the file; often a comma or a quote is missing or too many.',
  )
}

/** Servers must take any type (server-server API, "Resolving server names"); some clients do not. */
function checkType({ headers }: Reply, url: URL, by: 'browsers' | 'servers'): Problem[] {
  const type = [headers['content-type']].flat()[0] ?? ''
  if (/^application\/json *(;|$)/i.test(type)) return []
  const say = by === 'browsers' ? error : warning
  return [
    say(
      'wrong-content-type',
      `${shortened(url.href)} is served ${type === '' ? 'without a content type' : `with the content type ${quoted(type)}`}, not as application/json.`,
      `Set the type of /.well-known/matrix/ in the web server of ${url.host}; strict clients such as Element X refuse it otherwise.`,
    ),
  ]
}
