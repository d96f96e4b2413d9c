import { given, type Inventory, merge, playbookGroup, type Variables } from './inventory.ts'

interface Groups {
  hosts: Map<string, Variables>
  members: Map<string, Set<string>>
  variables: Map<string, Variables>
}

/**
 * An inventory in Ansible's INI form (ansible/plugins/inventory/ini.py): [group], [group:vars], host lines with
 * key=value words. Of the playbook's group, or of all when there is none.
 */
export function readIniInventory(text: string, file: string): Inventory {
  const groups: Groups = { hosts: new Map(), members: new Map(), variables: new Map() }
  let section = 'all'
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const words = splitWords(line)
    const heading = /^\[([^\]]+)\]/.exec(line.trim())
    if (heading) section = heading[1] ?? 'all'
    else if (words.length > 0) readLine(groups, section, words, `${file}:${index + 1}`)
  }
  const wanted = groups.members.get(playbookGroup) ?? new Set(groups.hosts.keys())
  const shared = [groups.variables.get('all') ?? new Map(), groups.variables.get(playbookGroup) ?? new Map()]
  return new Map([...wanted].map((host) => [host, merge(...shared, groups.hosts.get(host) ?? new Map())]))
}

function readLine(groups: Groups, section: string, words: string[], place: string): void {
  const [group = 'all', kind] = section.split(':')
  if (kind === 'children') return
  if (kind === 'vars') {
    groups.variables.set(
      group,
      merge(groups.variables.get(group) ?? new Map(), assignments([words.join(' ').replace(/\s*=\s*/, '=')], place)),
    )
    return
  }
  const [host = '', ...rest] = words
  groups.members.set(group, (groups.members.get(group) ?? new Set()).add(host))
  groups.hosts.set(host, merge(groups.hosts.get(host) ?? new Map(), assignments(rest, place)))
}

function assignments(words: string[], place: string): Variables {
  return new Map(
    words.flatMap((word) => {
      const [, name, value] = /^([^=]+)=(.*)$/s.exec(word) ?? []
      return name === undefined ? [] : [[name, given(value, place)] as const]
    }),
  )
}

/** Words as a shell splits them, comments left out. */
function splitWords(line: string): string[] {
  const words: string[] = []
  const pattern = /\s*(#.*|;.*|(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'])+)/gy
  for (const [, word = ''] of line.matchAll(pattern)) {
    if (/^[#;]/.test(word)) break
    words.push(
      word.replaceAll(
        /"((?:[^"\\]|\\.)*)"|'([^']*)'/g,
        (_match, double?: string, single?: string) => double?.replaceAll(/\\(.)/g, '$1') ?? single ?? '',
      ),
    )
  }
  return words
}
