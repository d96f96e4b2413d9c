/**
 * Secrets of the environment. Every program that is started inherits it: a ProxyCommand, a command that prints one secret,
 * ssh's own helpers. So known secrets are removed from it, and kept here until they are asked for.
 */
const taken = new Map<string, string>()

/** Secrets by their names, whether a host file refers to them or not. */
const ours = ['MATRIX_PASSWORD', 'MATRIX_ADMIN_TOKEN']

/** Programs need these, even if a host file refers to them. */
const needed = /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|TERM|TMPDIR|SSH_AUTH_SOCK|(LC|XDG)_.*)$/

/** Removes the secrets that are recognized by name alone; those of an earlier call are forgotten. */
export function takeOwnSecrets(): void {
  taken.clear()
  ours.forEach(takeOut)
}

/** Removes every variable that a part of a host file refers to: `{ env: NAME }`, at any depth. */
export function takeReferredSecrets(part: unknown): void {
  if (typeof part !== 'object' || part === null) return
  const { env, ...others } = part as { env?: unknown }
  if (typeof env === 'string' && Object.keys(others).length === 0) takeOut(env)
  else Object.values(part).forEach(takeReferredSecrets)
}

/** Removes every variable that a text may refer to as that of a host file. */
export function takeNamedSecrets(text: string): void {
  for (const [, name = ''] of text.matchAll(/\benv["']?\s*:\s*["']?(\w+)/g)) takeOut(name)
}

/** The value of a variable, also if it was removed. */
export function environmentSecret(name: string): string | undefined {
  return process.env[name] ?? taken.get(name)
}

/** For a program that is given all secrets anyway. */
export function takenSecrets(): Record<string, string> {
  return Object.fromEntries(taken)
}

function takeOut(name: string): void {
  const value = process.env[name]
  if (value === undefined || needed.test(name)) return
  taken.set(name, value)
  Reflect.deleteProperty(process.env, name)
}
