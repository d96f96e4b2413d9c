import { AppError } from '../errors/app-error.ts'
import { readBounded } from '../files/read-file.ts'

/** What the text of an invitation can name. */
export interface Invitation {
  name: string
  email: string
  domain: string
  /** Where people register; empty where the host file has no web client. */
  link: string
  token: string
  /** The day, and of a short time the minute, in UTC; empty: it never ends. */
  expires: string
}

const example: Invitation = { name: '', email: '', domain: '', link: '', token: '', expires: '' }

/** The text as a function of its values. A template that cannot be filled is refused here, before there is a token. */
export async function invitationOf(file: string | undefined): Promise<(invitation: Invitation) => string> {
  const { fill, fillOwn } = await import('../render/engine.ts')
  if (file === undefined) return (invitation) => fill('invitation.txt', invitation)
  const text = readBounded(file, 1).toString()
  const own = (invitation: Invitation) => {
    try {
      return fillOwn(text, invitation)
    } catch (error) {
      const reason = (error instanceof Error ? error.message : String(error)).replace(/ in \[object Object\]/, '')
      throw new AppError('template', `${file} cannot be filled: ${reason}.`, {
        hint: `It is a Handlebars template, and knows ${Object.keys(example).join(', ')}. No token was made.`,
      })
    }
  }
  own(example)
  return own
}

const units: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }

/** When a token ends that is made now, as people read it; `expires` is what the server took: a span, a date or never. */
export function endOf(expires: string, now: Date): string {
  const [, count, unit = ''] = /^(\d+)([mhdw])$/.exec(expires) ?? []
  if (count === undefined) return expires === 'never' ? '' : expires
  const end = new Date(now.getTime() + Number(count) * (units[unit] ?? 0)).toISOString()
  return unit === 'm' || unit === 'h' ? `${end.slice(0, 16).replace('T', ' ')} UTC` : end.slice(0, 10)
}
