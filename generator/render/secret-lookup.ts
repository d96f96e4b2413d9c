import { join } from 'node:path/posix'
import type { SecretReference } from '../plan/host-plan.ts'
import { quoteJinja } from '../quoting/jinja.ts'
import { shellCommand } from '../quoting/shell.ts'
import { Jinja } from './yaml.ts'

/**
 * A secret reference as what Ansible resolves when it runs. A secret that is not there, or is nothing but white space,
 * fails wherever it is used, in the playbook's own roles too, with `default` or without: `mandatory` fails, where an
 * undefined value would be taken for a missing one. `string` at the end keeps a secret such as [1] from becoming a list
 * in Ansible before 2.19.
 */
export function secretLookup(reference: SecretReference, toRoot: string): Jinja {
  const { source, end, missing } = placeOf(reference, toRoot)
  const told = `${reference.setting ?? 'a secret'}: ${missing}`
  return new Jinja(
    `${source} | regex_search('(?s).*\\S${end}') | default(undef(), true) | mandatory(${quoteJinja(told)}) | string`,
  )
}

interface SecretPlace {
  source: string
  /** Of what the source gives, how the secret goes on after its last character that is not white space. */
  end: string
  missing: string
}

/** Of a file or an answer one newline at the end is cut; pipe would cut all trailing space, hence the dot. */
function placeOf(reference: SecretReference, toRoot: string): SecretPlace {
  if ('env' in reference)
    return {
      source: `lookup('ansible.builtin.env', ${quoteJinja(reference.env)})`,
      end: '.*',
      missing: `the environment variable ${reference.env} is not set, or is empty.`,
    }
  if ('file' in reference)
    return {
      source: `lookup('ansible.builtin.file', ${pathExpression(reference.file, toRoot)}, rstrip=false)`,
      end: '.*?(?=\\n?\\Z)',
      missing: `the file ${reference.file} is empty.`,
    }
  if ('command' in reference)
    return {
      source: `lookup('ansible.builtin.pipe', ${quoteJinja(`${shellCommand(reference.command)} && printf .`)})`,
      end: '.*?(?=\\n?\\.\\Z)',
      missing: `the command ${reference.command[0]} printed nothing.`,
    }
  return {
    source: `${reference.ansible_var} | default('')`,
    end: '.*',
    missing: `the Ansible variable ${reference.ansible_var} is not set, or is empty.`,
  }
}

/** From inventory_dir, which is the same for every play. */
export function pathExpression(path: string, toRoot: string): string {
  return path.startsWith('/') || path.startsWith('~')
    ? quoteJinja(path)
    : `inventory_dir ~ ${quoteJinja(`/${join(toRoot, path)}`)}`
}
