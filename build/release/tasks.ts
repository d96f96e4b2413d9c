import { isMapping, type Mapping, readYaml, yamlBelow } from './yaml-files.ts'

/** A task of a role with the conditions of the blocks around it, and with the facts that were set before it. */
export interface Task {
  task: Mapping
  conditions: unknown[]
  facts: Mapping
}

/** Every task of a role, those within blocks included. */
export function tasksOf(role: string): Task[] {
  const files = ['tasks', 'handlers'].flatMap((folder) => yamlBelow(`${role}/${folder}`))
  return files.flatMap((file) => {
    const facts: Mapping = {}
    return flatten(readYaml(file), [], facts)
  })
}

function flatten(value: unknown, around: unknown[], facts: Mapping): Task[] {
  if (Array.isArray(value)) return value.flatMap((each) => flatten(each, around, facts))
  if (!isMapping(value)) return []
  const conditions = 'when' in value ? [...around, value['when']] : around
  Object.assign(facts, factsOf(value))
  if (!('block' in value)) return [{ task: value, conditions, facts }]
  return ['block', 'rescue', 'always'].flatMap((part) => flatten(value[part], conditions, facts))
}

/** What a task sets for the tasks after it. */
export function factsOf(task: Mapping): Mapping {
  const facts = task['ansible.builtin.set_fact'] ?? task['set_fact']
  return isMapping(facts) ? facts : {}
}

/** What a task goes through, where that is written out. */
export function itemsOf(task: Mapping): unknown[] {
  const items = task['with_items'] ?? task['loop']
  return Array.isArray(items) ? items : []
}

/** What a task says when it stops the play. */
export function failureOf(task: Mapping): string | undefined {
  const failure = task['ansible.builtin.fail'] ?? task['fail']
  return isMapping(failure) ? String(failure['msg']) : undefined
}
