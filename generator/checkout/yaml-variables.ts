import { isMap, isNode, isScalar, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import { AppError } from '../errors/app-error.ts'
import { type Given, given, type Inventory, merge, playbookGroup, type Variables } from './inventory.ts'

/** The variables of a YAML file. A file that ansible-vault encrypted has none that we could read: undefined. */
export function readYamlVariables(text: string, file: string): Variables | undefined {
  if (text.startsWith('$ANSIBLE_VAULT')) return undefined
  const { map, place } = parse(text, file)
  return variablesOf(map, place)
}

/** An inventory in Ansible's YAML form: groups with hosts, vars and children. Of the playbook's group, or of all when there is none. */
export function readYamlInventory(text: string, file: string): Inventory {
  const { map, place } = parse(text, file)
  const all: Inventory = new Map()
  const ours: Inventory = new Map()
  const readGroup = (name: string, group: YAMLMap, outer: Variables, isOurs: boolean): void => {
    const variables = merge(outer, variablesOf(mapAt(group, 'vars'), place))
    const inside = isOurs || name === playbookGroup
    for (const [host, node] of entries(mapAt(group, 'hosts'))) {
      const found = merge(
        variables,
        all.get(host) ?? new Map(),
        isMap(node) ? variablesOf(node as YAMLMap, place) : new Map(),
      )
      all.set(host, found)
      if (inside) ours.set(host, found)
    }
    for (const [child, node] of entries(mapAt(group, 'children')))
      if (isMap(node)) readGroup(child, node as YAMLMap, variables, inside)
  }
  for (const [name, node] of entries(map)) if (isMap(node)) readGroup(name, node as YAMLMap, new Map(), false)
  return ours.size > 0 ? ours : all
}

type PlaceOf = (node: Node | null) => string

function parse(text: string, file: string): { map: YAMLMap | undefined; place: PlaceOf } {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, {
    lineCounter,
    version: '1.1',
    logLevel: 'silent',
    uniqueKeys: false,
    prettyErrors: false,
  })
  const [error] = document.errors
  if (error) {
    throw new AppError(
      'not-yaml',
      `${file}:${lineCounter.linePos(error.pos[0]).line}: this is not YAML: ${error.message}`,
      { hint: 'Ansible could not read it either; mend it first.' },
    )
  }
  const place: PlaceOf = (node) => `${file}:${lineCounter.linePos(node?.range?.[0] ?? 0).line}`
  return { map: isMap(document.contents) ? (document.contents as YAMLMap) : undefined, place }
}

function entries(map: YAMLMap | undefined): [string, unknown][] {
  return (map?.items ?? []).map(({ key, value }) => [String(isScalar(key) ? key.value : key), value])
}

function mapAt(map: YAMLMap, key: string): YAMLMap | undefined {
  const found = entries(map).find(([name]) => name === key)?.[1]
  return isMap(found) ? (found as YAMLMap) : undefined
}

function variablesOf(map: YAMLMap | undefined, place: PlaceOf): Variables {
  return new Map(entries(map).map(([name, node]) => [name, givenBy(node, place)]))
}

function givenBy(node: unknown, place: PlaceOf): Given {
  if (!isNode(node)) return given(undefined, place(null))
  if (node.tag && !node.tag.startsWith('tag:yaml.org')) return { value: undefined, place: place(node), opaque: true }
  return given(isScalar(node) ? node.value : undefined, place(node))
}
