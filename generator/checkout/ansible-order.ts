import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { danglingTarget } from '../files/dangling.ts'
import { directoryOf, inventoryPlace, type InventoryPlace } from './inventory-place.ts'
import { type PassedOver, whyDangling, whyPassedOver } from './passed-over.ts'
import { variableFiles } from './variable-files.ts'

/** Files of variables as Ansible goes through them, each once. */
export interface AnsibleOrder {
  /** Later ones win. Those that are in no inventory come first, as they were named. */
  read: string[]
  passedOver: ({ file: string } & PassedOver)[]
}

export function inAnsibleOrder(files: string[]): AnsibleOrder {
  const rankOf = ranks()
  const order: AnsibleOrder = { read: [], passedOver: [] }
  const keyed: { file: string; key: Key }[] = []
  for (const file of new Map(files.map((each) => [resolve(each), each])).values()) {
    const target = danglingTarget(file)
    const place = inventoryPlace(file)
    const rank = place && rankOf(place, file)
    if (place && target !== undefined) order.passedOver.push({ file, ...whyDangling(target) })
    else if (place && rank === undefined && existsSync(file))
      order.passedOver.push({ file, ...whyPassedOver(file, place) })
    else keyed.push({ file, key: place ? keyOf(place, rank ?? 0) : [0] })
  }
  order.read = keyed.sort((a, b) => compare(a.key, b.key)).map(({ file }) => file)
  return order
}

/** Where a file is among those that Ansible reads for its host or group; undefined: it is not one of them. */
function ranks(): (place: InventoryPlace, file: string) => number | undefined {
  const orders = new Map<string, Map<string, number>>()
  return (place, file) => {
    const id = JSON.stringify(place)
    const ofPlace =
      orders.get(id) ?? new Map(variableFiles(directoryOf(place), place.name).map((path, index) => [path, index]))
    orders.set(id, ofPlace)
    return ofPlace.get(resolve(file))
  }
}

type Key = (number | string)[]

/** Groups before hosts, all before the other groups; of each, the order of its own files. */
function keyOf({ root, kind, name }: InventoryPlace, rank: number): Key {
  return [1, root, kind, name === 'all' ? 0 : 1, name, rank]
}

function compare(a: Key, b: Key): number {
  const at = a.findIndex((part, index) => part !== b[index])
  const [first, second] = [a[at], b[at]]
  return first === undefined || second === undefined ? 0 : first < second ? -1 : 1
}
