import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { handwrittenRoleFiles, readRoleFile } from '../../generator/render/role-files.ts'
import { root } from '../runner/tiers.ts'
import { examples, goldenOf, hasGolden } from '../support/examples.ts'

/** Shell for shellcheck, with what it need not say. */
export interface Script {
  name: string
  shell: 'bash' | 'sh'
  text: string
  except?: string[]
}

/** All the shell that there is: our own, what runs on a host, what is rendered. */
export async function shellScripts(completion: string): Promise<Script[]> {
  const read = (path: string) => readFile(join(root, path), 'utf8')
  return [
    { name: '.ci/run', shell: 'bash', text: await read('.ci/run') },
    ...scriptsOfTheRole(),
    // Words of the program, in which nothing is expanded; a macOS has no mapfile.
    { name: 'registrar completion bash', shell: 'bash', text: completion, except: ['SC2207'] },
    ...(await recipes()),
  ]
}

function scriptsOfTheRole(): Script[] {
  const paths = handwrittenRoleFiles().filter((path) => path.endsWith('.sh'))
  return paths.map((path) => ({ name: `roles/matrix_users/${path}`, shell: 'sh', text: readRoleFile(path) }))
}

/** Each recipe once, by its first example. just exports its parameters and fills in what is in braces; extra arguments are split at spaces on purpose. */
async function recipes(): Promise<Script[]> {
  const scripts = new Map<string, Script>()
  for (const example of examples.filter(hasGolden)) {
    const justfile = await readFile(join(goldenOf(example), 'justfile'), 'utf8').catch(() => '')
    for (const { name, text } of recipesIn(justfile))
      if (!scripts.has(text))
        scripts.set(text, {
          name: `${example}: just ${name}`,
          shell: 'bash',
          text,
          except: ['SC2086', 'SC2154', 'SC2288'],
        })
  }
  return [...scripts.values()]
}

/** The recipes that are scripts. */
export function recipesIn(justfile: string): { name: string; text: string }[] {
  return [...justfile.matchAll(/^([\w-]+)[^\n]*:\n((?: {4}[^\n]*\n|\n)+)/gm)]
    .map(([, name = '', body = '']) => ({ name, text: body.replace(/^ {4}/gm, '') }))
    .filter(({ text }) => text.startsWith('#!'))
}
