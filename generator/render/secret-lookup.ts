import { join } from 'node:path/posix'
import type { SecretReference } from '../plan/host-plan.ts'
import { quoteJinja } from '../quoting/jinja.ts'
import { shellCommand } from '../quoting/shell.ts'
import { Jinja } from './yaml.ts'

/**
 * A secret reference as a lookup that Ansible resolves at run time. A secret that is missing, or only white space,
 * fails wherever it is used, in the playbook's own roles too, with `default` or without: `mandatory` fails, where an
 * undefined value would be taken for a missing one. `string` at the end keeps a secret such as [1] from becoming a list
 * in Ansible before 2.19.
 */
export function secretLookup(reference: SecretReference, toRoot: string): Jinja {
  const { source, pattern, missing } = placeOf(reference, toRoot)
  const text = `${reference.setting ?? 'a secret'}: ${missing}`
  return new Jinja(
    `${source} | regex_search('(?s)${pattern}') | default(undef(), true) | mandatory(${quoteJinja(text)}) | string`,
  )
}

interface SecretPlace {
  source: string
  /** Extracts the secret from the source. */
  pattern: string
  missing: string
}

/** A secret is not blank. */
const any = '.*\\S.*'

/**
 * One line end of a file or an answer is cut, and other white space around the secret is refused (secrets/line-end.ts); pipe
 * would cut all trailing space, hence the dot.
 */
const line = '\\A(?!\\ufeff).*\\S.*?(?<![\\r\\n\\ufeff])(?=(?:\\r?\\n)?DOT\\Z)'
const around = 'or has a byte order mark, a carriage return or a second line end around the secret.'

function placeOf(reference: SecretReference, toRoot: string): SecretPlace {
  if ('env' in reference)
    return {
      source: `lookup('ansible.builtin.env', ${quoteJinja(reference.env)})`,
      pattern: any,
      missing: `the environment variable ${reference.env} is not set, or is empty.`,
    }
  if ('file' in reference)
    return {
      source: `lookup('ansible.builtin.file', ${pathExpression(reference.file, toRoot)}, rstrip=false)`,
      pattern: line.replace('DOT', ''),
      missing: `the file ${reference.file} is empty, ${around}`,
    }
  if ('command' in reference)
    return {
      source: `lookup('ansible.builtin.pipe', ${quoteJinja(`${shellCommand(reference.command)} && printf .`)})`,
      pattern: line.replace('DOT', '\\.'),
      missing: `the command ${reference.command[0]} printed nothing, ${around}`,
    }
  return {
    source: `${reference.ansible_var} | default('')`,
    pattern: any,
    missing: `the Ansible variable ${reference.ansible_var} is not set, or is empty.`,
  }
}

/** From inventory_dir, which is the same for every play. */
export function pathExpression(path: string, toRoot: string): string {
  return path.startsWith('/') || path.startsWith('~')
    ? quoteJinja(path)
    : `inventory_dir ~ ${quoteJinja(`/${join(toRoot, path)}`)}`
}
