/** Replaces what may be a secret. */
const masked = '[secret]'

/** Names of keys and variables whose values may be secrets. */
const secretName =
  /pass(?:word|wd|phrase)|secret|token|pepper|credential|(?:^|[_.-])(?:key|pass|auth)s?$|api_?key|private_?key/i

/** Keys of host files that look so, and hold no secret. */
const openNames =
  /^(?:password_(?:updates|policy|complexity)|passwords_on_command_line|token_page|site_key|client_id|public_key)$|_(?:enabled|required|requires_token|path|url|size|length|lifetime)$/i

/** Whether what a key or a variable of this name holds may be a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name) && !openNames.test(name)
}

/** What is a secret by its looks: a private key, a JSON web token, a token of a server or a forge, a password in a URL, a long word of mixed letters and digits. */
const shapes = [
  /-----BEGIN [^-]+-----[\s\S]*?(?:-----END [^-]+-----|$(?![\s\S]))/g,
  /\beyJ[\w-]{5,}(?:\.[\w-]+)*/g,
  /\b(?:syt|mct|mat|mcr|mar|mua|gh[opsu]|github_pat|glpat|xox[abprs]|sk|AKIA)[_-][\w-]{8,}/g,
  /(?<=:\/\/[^\s/:@]*:)[^\s/@]+(?=@)/g,
  /(?<![\w./-])(?=[A-Za-z+=_-]{0,200}\d)(?=[\d+=_-]{0,200}[A-Za-z])[A-Za-z0-9+=_]{28,}(?![\w./-]|[\"']?\s*:\s)/g,
]

/** Whether a text is a secret by its looks. */
export function looksSecret(text: string): boolean {
  return maskShapes(text) !== text
}

function maskShapes(text: string): string {
  // of several lines each stays a line, so that the lines' numbers stay
  return shapes.reduce((left, shape) => left.replace(shape, (found) => found.split('\n').fill(masked).join('\n')), text)
}

/** A text with what may be a secret masked, by the names in front of it and by its looks; line by line, whether it is YAML or not. */
export function maskSecrets(text: string): string {
  let hidden: number | undefined // lines that are indented further hold a secret
  const lines = maskShapes(text).split('\n')
  return lines
    .map((line) => {
      const indent = line.search(/\S|$/)
      if (hidden !== undefined && (line.trim() === '' || indent > hidden)) return maskNested(line, indent)
      hidden = undefined
      const found = secretIn(line)
      if (found === undefined) return line
      const { start, value } = found
      if (value === '' || /^(?:!\w+ +)?[|>]|^["'](?:[^"'])*$/.test(value)) hidden = indent
      return value === '' || /^(?:!\w+ +)?[|>][-+0-9]*$/.test(value) ? line : line.slice(0, start) + masked
    })
    .join('\n')
}

/** A line below a name without a value: a reference may be seen, and a key goes by its own name. */
function maskNested(line: string, indent: number): string {
  if (line.trim() === '' || /^ *(?:env|file|command|ansible_var): /.test(line)) return line
  return line.slice(0, indent) + masked
}

/** At most this many on a line; the rest is masked without a look, because each look scans to the line's end. */
const mostReferences = 100

/** Where the value of the first name of a secret begins on a line, to its end. */
function secretIn(line: string): { start: number; value: string } | undefined {
  let references = 0
  for (const match of line.matchAll(/(?<![\w.-])["']?([\w.-]+)["']?\s*[:=]\s*/g)) {
    if (!isSecretName(match[1] ?? '')) continue
    const start = match.index + match[0].length
    const value = line.slice(start).trimEnd()
    if ((references += 1) > mostReferences || !harmless.test(value)) return { start, value }
  }
  return undefined
}

/** A reference, a switch, a template: what comes after it on the line is looked at by itself. */
const harmless =
  /^(?:\{\s*(?:(?:env|ansible_var)\s*:\s*["']?[A-Za-z_]\w*["']?|(?:file|command)\s*:[^{}]*)\s*\}|["']?\{\{.*\}\}["']?$|["']?(?:true|false|yes|no|on|off|null|~)["']?(?=\s*(?:[,}#]|$)))/i
