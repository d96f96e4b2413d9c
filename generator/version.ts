import packageJson from '../package.json' with { type: 'json' }

/** The version of this program, which every workspace carries. */
export const version: string = packageJson.version

/** The first line of a rendered file, without its comment sign. */
export const mark = `Rendered by matrix-registrar ${version}: change the host file instead.`
