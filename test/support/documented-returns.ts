import { parse } from 'yaml'
import { documentation } from '../../generator/render/role.ts'

interface Returned {
  type: string
  returned: string
  contains?: Record<string, Returned>
}

/** What Ansible itself adds to a task's result. */
const ofAnsible = new Set(['changed', 'failed', 'invocation', 'warnings', 'deprecations', 'exception'])

export function documentedReturns(module: string): Record<string, Returned> {
  return parse(/^RETURN = r"""\n([\s\S]*?)"""/m.exec(documentation(module, ''))?.[1] ?? '') as Record<string, Returned>
}

/** How a task's result differs from what its module's documentation says, a line each. */
export function unlikeDocumentation(module: string, result: { failed?: boolean; class?: string }): string[] {
  const returns = documentedReturns(module)
  const due = Object.entries(returns).flatMap(([name, { returned }]) =>
    returned === 'always' || returned === (result.failed ? (result.class ? 'failure' : '') : 'success') ? [name] : [],
  )
  const missing = due.filter((name) => !(name in result)).map((name) => `${module}: no ${name}`)
  const own = Object.entries(result).filter(([name]) => !ofAnsible.has(name) && !name.startsWith('_ansible'))
  return [...missing, ...unlike(Object.fromEntries(own), returns, module)]
}

function unlike(record: Record<string, unknown>, returns: Record<string, Returned>, path: string): string[] {
  return Object.entries(record).flatMap(([name, value]) => {
    const documented = returns[name]
    const place = `${path}.${name}`
    if (!documented) return [`${place} is not documented`]
    if (value === null) return []
    if (!isOfType[documented.type]?.(value)) return [`${place} is not of type ${documented.type}`]
    const records = [value].flat().filter((each) => typeof each === 'object')
    return records.flatMap((each) =>
      documented.contains ? unlike(each as typeof record, documented.contains, place) : [],
    )
  })
}

const isOfType: Record<string, (value: unknown) => boolean> = {
  raw: () => true,
  str: (value) => typeof value === 'string',
  int: Number.isInteger,
  bool: (value) => typeof value === 'boolean',
  list: Array.isArray,
  dict: (value) => typeof value === 'object' && !Array.isArray(value),
}
