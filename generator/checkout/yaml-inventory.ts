import { LineCounter, parseDocument, type ScalarTag } from 'yaml'
import { AppError } from '../errors/app-error.ts'
import { groupOf, type Groups } from './ini-inventory.ts'
import type { Variables } from './inventory.ts'

/** Ansible's own tags, as ansible-inventory writes them in JSON. */
const tags = (['vault', 'unsafe'] as const).map((name): ScalarTag => ({
  tag: `!${name}`,
  resolve: (text) => ({ [`__ansible_${name}`]: text }),
}))

/** The variables of a file of YAML (or JSON), as ansible-inventory prints them. */
export function readYaml(text: string, file: string): Variables {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, {
    lineCounter,
    version: '1.1',
    logLevel: 'silent',
    uniqueKeys: false,
    prettyErrors: false,
    customTags: (all) => [...all, ...tags],
  })
  const place = (offset: number) => `${file}:${lineCounter.linePos(offset).line}`
  const [error] = document.errors
  if (error) throw notYaml(place(error.pos[0]), error.message)
  const data = toData(() => document.toJS({ maxAliasCount: 1000 }), file)
  return typeof data === 'object' && data !== null && !Array.isArray(data)
    ? (JSON.parse(JSON.stringify(data)) as Variables)
    : {}
}

function toData(read: () => unknown, file: string): unknown {
  try {
    return read()
  } catch (error) {
    throw notYaml(file, error instanceof Error ? error.message : String(error)) // an alias without its anchor
  }
}

function notYaml(place: string, why: string): AppError {
  return new AppError('not-yaml', `${place}: this is not YAML: ${why.split('\n')[0] ?? ''}`, {
    hint: 'Ansible cannot read it either; correct it first.',
  })
}

/** An inventory in Ansible's YAML form: groups with hosts, vars and children. */
export function readYamlGroups(text: string, file: string): Groups {
  const groups: Groups = { groups: new Map(), hostVariables: new Map() }
  const read = (name: string, node: unknown): void => {
    const group = groupOf(groups, name)
    Object.assign(group.variables, mappingAt(node, 'vars'))
    for (const [host, variables] of Object.entries(mappingAt(node, 'hosts'))) {
      group.hosts.add(host)
      groups.hostVariables.set(host, { ...groups.hostVariables.get(host), ...asMapping(variables) })
    }
    for (const [child, below] of Object.entries(mappingAt(node, 'children'))) {
      group.children.add(child)
      read(child, below)
    }
  }
  for (const [name, node] of Object.entries(readYaml(text, file))) read(name, node)
  return groups
}

function mappingAt(node: unknown, key: string): Variables {
  return asMapping(asMapping(node)[key])
}

function asMapping(value: unknown): Variables {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Variables) : {}
}
