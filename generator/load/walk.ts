import { isCollection, isNode, isPair, type Node } from 'yaml'

/** Looks at each node below and including this one, in the order of the text. The library's `visit` keeps the path to each, and takes three times as long (0.4 s for 1 MiB). */
export function walk(node: unknown, look: (node: Node, isKey: boolean) => void, isKey = false): void {
  if (isPair(node)) {
    walk(node.key, look, true)
    walk(node.value, look)
  } else if (isNode(node)) {
    look(node, isKey)
    if (isCollection(node)) for (const item of node.items) walk(item, look)
  }
}
