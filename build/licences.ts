import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'

interface Manifest {
  name: string
  version: string
  license?: string
}

/** Generated code that was bundled before, and what is in it. */
const bundledBefore: Record<string, string[]> = { 'generator/generated/validate-host.js': ['node_modules/ajv'] }

/** The directories of the packages that something in the bundle comes from. */
export function bundledPackages({ outputs }: Pick<Metafile, 'outputs'>): string[] {
  const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs))
  const directories = inputs.flatMap(
    (path) => bundledBefore[path] ?? /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? [],
  )
  return [...new Set(directories)].sort()
}

/** The licences under which the packages in these directories may be passed on. Throws when one has none to show. */
export function licencesOf(directories: string[], root: string): string {
  const sections = directories.map((directory) => sectionOf(join(root, directory)))
  return [preamble, ...sections].join(`\n${'='.repeat(80)}\n\n`)
}

const preamble = `matrix-registrar contains parts of the packages below, each under its own licence.
`

function sectionOf(directory: string): string {
  const {
    name,
    version,
    license = 'see below',
  } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as Manifest
  const files = readdirSync(directory)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort()
  if (!files.some((file) => !/^notice/i.test(file)))
    throw new Error(`${name} ${version} is bundled, but has no licence file: it cannot be passed on.`)
  const texts = files.map((file) => readFileSync(join(directory, file), 'utf8').replaceAll('\r\n', '\n').trim())
  return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`
}
