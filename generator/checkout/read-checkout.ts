import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import { readFileOr } from '../files/read-file.ts'
import { readIniInventory } from './ini-inventory.ts'
import { type Inventory, merge, playbookGroup, type Variables } from './inventory.ts'
import { readYamlInventory, readYamlVariables } from './yaml-variables.ts'

const hint = 'Nothing was written. Check the owner and the mode, or move the file away.'

export interface Checkout {
  hosts: Inventory
  /** What was left alone, and why. */
  notes: string[]
}

/** The hosts of a checkout of matrix-docker-ansible-deploy, with their variables as its inventory/ gives them. Nothing is decrypted. */
export function readCheckout(directory: string): Checkout {
  const inventory = join(directory, 'inventory')
  const file = ['hosts', 'hosts.yml', 'hosts.yaml']
    .map((name) => join(inventory, name))
    .find((path) => existsSync(path))
  if (file === undefined) {
    throw new AppError('no-inventory', `There is no inventory/hosts in ${directory}.`, {
      hint: 'Name the checkout of the playbook, the directory with its setup.yml.',
    })
  }
  const notes: string[] = []
  const shared = ['all', playbookGroup].map((group) =>
    variablesAt(join(inventory, 'group_vars', group), directory, notes),
  )
  const hosts = readInventory(readFileOr(hint, file, 16).toString(), relative(directory, file))
  const merged = [...hosts].map(
    ([host, variables]) =>
      [host, merge(...shared, variables, variablesAt(join(inventory, 'host_vars', host), directory, notes))] as const,
  )
  return { hosts: new Map(merged), notes }
}

function readInventory(text: string, file: string): Inventory {
  const isYaml = /\.ya?ml$/.test(file) || /^[\w-]+:\s*(#.*)?$/m.test(text)
  return isYaml ? readYamlInventory(text, file) : readIniInventory(text, file)
}

/** All variable files of a host or a group: PATH itself, PATH.yml, and every file in the directory PATH, as Ansible merges them. */
function variablesAt(path: string, directory: string, notes: string[]): Variables {
  return merge(
    ...variableFiles(path).map((file) => {
      const name = relative(directory, file)
      const variables = readYamlVariables(readFileOr(hint, file, 16).toString(), name)
      if (variables === undefined) notes.push(`${name} is encrypted, and was left alone.`)
      return variables ?? new Map()
    }),
  )
}

/** All files of a host's own variables. */
export function hostVariableFiles(directory: string, host: string): string[] {
  return variableFiles(join(directory, 'inventory/host_vars', host))
}

/** All files of the variables that a group of the playbook's hosts shares. */
export function groupVariableFiles(directory: string): string[] {
  return ['all', playbookGroup].flatMap((group) => variableFiles(join(directory, 'inventory/group_vars', group)))
}

function variableFiles(path: string): string[] {
  const single = ['', '.yml', '.yaml']
    .map((ending) => path + ending)
    .filter((file) => existsSync(file) && statSync(file).isFile())
  if (!existsSync(path) || !statSync(path).isDirectory()) return single
  const inside = readdirSync(path)
    .filter((name) => !name.startsWith('.') && /^[^.]+$|\.ya?ml$/.test(name))
    .sort()
  return [...single, ...inside.map((name) => join(path, name)).filter((file) => statSync(file).isFile())]
}
