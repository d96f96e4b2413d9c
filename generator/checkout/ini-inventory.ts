import type { Variables } from './inventory.ts'

interface Group {
  hosts: Set<string>
  children: Set<string>
  variables: Variables
}

/** The content of the inventory file itself. */
export interface Groups {
  groups: Map<string, Group>
  hostVariables: Map<string, Variables>
}

export function groupOf({ groups }: Groups, name: string): Group {
  const group = groups.get(name) ?? { hosts: new Set(), children: new Set(), variables: {} }
  groups.set(name, group)
  return group
}

/** Ansible's INI form (ansible/plugins/inventory/ini.py): [group], [group:vars], [group:children], host lines with key=value words. */
export function readIni(text: string): Groups {
  const groups: Groups = { groups: new Map(), hostVariables: new Map() }
  let section = 'ungrouped'
  for (const line of text.split(/\r?\n/)) {
    const heading = /^\[([^\]]+)\]/.exec(line.trim())
    if (heading) section = heading[1] ?? 'ungrouped'
    else readLine(groups, section, line)
  }
  return groups
}

function readLine(groups: Groups, section: string, line: string): void {
  const words = splitWords(line)
  const [first] = words
  if (first === undefined) return
  const [name = '', kind] = section.split(':')
  const group = groupOf(groups, name)
  if (kind === 'children') {
    group.children.add(first)
    groupOf(groups, first)
  } else if (kind === 'vars') {
    const [, key, value] = /^([^=]+?)\s*=\s*(.*)$/s.exec(line.trim()) ?? []
    if (key !== undefined) group.variables[key] = literal(value ?? '')
  } else {
    group.hosts.add(first)
    groups.hostVariables.set(first, { ...groups.hostVariables.get(first), ...assignments(words.slice(1)) })
  }
}

function assignments(words: string[]): Variables {
  return Object.fromEntries(
    words.flatMap((word) => {
      const [, name, value] = /^([^=]+)=(.*)$/s.exec(word) ?? []
      return name === undefined ? [] : [[name, literal(value ?? '')]]
    }),
  )
}

/** Ansible takes a value for a literal of Python where it is one. */
function literal(text: string): unknown {
  if (/^(True|False)$/.test(text)) return text === 'True'
  if (/^(0|-?[1-9]\d*)$/.test(text)) return Number(text)
  return text === 'None' ? null : /^(['"])[^'"\\]*\1$/.test(text) ? text.slice(1, -1) : text
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
