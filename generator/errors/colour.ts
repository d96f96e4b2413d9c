import { env, stderr, stdout } from 'node:process'
import pc from 'picocolors'

/** On terminals only, unless FORCE_COLOR asks for it; never under NO_COLOR (no-color.org), and not because a CI is at work. */
const onTerminal = Boolean(stdout.isTTY && stderr.isTTY) && env['TERM'] !== 'dumb'

export const colour = pc.createColors(!env['NO_COLOR'] && (Boolean(env['FORCE_COLOR']) || onTerminal))
