import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'

const generator = join(import.meta.dirname, '../generator')

/**
 * What is loaded together when one of it is needed. For each set of import()s that lead to a module, esbuild writes a file:
 * without these parts, a start would read seventy, and each takes as long as 20 KB of code.
 */
const parts: Record<string, string[]> = {
  reading: ['commands/configs-of', 'plan/plan-host', 'validate/validate-sources', 'variables/with-checkout'],
  connecting: [
    'commands/passwords-of',
    'commands/plan-accounts',
    'commands/user-list',
    'run/apply',
    'run/declared',
    'run/observe',
    'run/operate',
    'run/planned-requests',
    'secrets/resolve-secret',
  ],
  tables: ['commands/found', 'commands/show-affected', 'commands/user-table'],
  looking: [
    'commands/import-group',
    'commands/password-sheet',
    'commands/prepare-access',
    'commands/revoke-access',
    'commands/tools-here',
    'run/doctor/examine',
    'secrets/ansible-vault',
  ],
  rendering: [
    'commands/ask-draft',
    'commands/contradictions',
    'commands/imported-connection',
    'commands/init-from',
    'commands/inventory-of-checkout',
    'commands/meant-discovery',
    'commands/read-inventories',
    'commands/surroundings',
    'commands/write-host-files',
    'importing/import-variables',
    'pipeline',
    'render/host-file',
  ],
}

const partOf = new Map(
  Object.entries(parts).flatMap(([part, names]) => names.map((name) => [join(generator, `${name}.ts`), part])),
)

/** An import() of a module of a part loads the part, which has the exports of all its modules. */
export const inParts: Plugin = {
  name: 'what is loaded together',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      const part = kind === 'dynamic-import' ? partOf.get(join(resolveDir, path)) : undefined
      return part === undefined ? undefined : { path: part, namespace: 'part' }
    })
    onLoad({ filter: /./, namespace: 'part' }, ({ path: part }) => ({
      contents: (parts[part] ?? []).map((name) => `export ${exportsOf(name)} from './${name}.ts'`).join('\n'),
      resolveDir: generator,
    }))
  },
}

/** By name, so that esbuild refuses two of the same name. */
function exportsOf(name: string): string {
  const source = readFileSync(join(generator, `${name}.ts`), 'utf8')
  const names = [...source.matchAll(/^export (?:async )?(?:function|class|const) (\w+)/gm)].map((match) => match[1])
  return `{ ${names.join(', ')} }`
}
