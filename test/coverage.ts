import { existsSync, readdirSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { mergeProcessCovs, type ProcessCov, type ScriptCov } from '@bcoe/v8-coverage'
import v8ToIstanbul from 'v8-to-istanbul'
import { compile, shared } from './runner/loader.mjs'
import type { Tier } from './runner/tiers.ts'

const root = join(import.meta.dirname, '..')

/** Of a file, the numbers of the lines that ran and of all that could. */
interface Lines {
  ran: Set<number>
  all: Set<number>
}

/** What v8-to-istanbul makes, as far as it is read here. */
type IstanbulReport = Record<
  string,
  { statementMap: Record<string, { start: { line: number }; end: { line: number } }>; s: Record<string, number> }
>

export type Measured = 'everything' | 'pure tests'

/** Of the lines, this many percent must run. */
const bars: Record<Measured, number> = { everything: 95, 'pure tests': 80 }

/**
 * What makes jest's workers and each process of the built program note what they run. Tests that are not pure are measured
 * only with everything: it makes each start of the program half as long again.
 */
export function measure(measured: Measured, tiers: readonly Tier[], directory: string): Record<string, string> {
  return measured === 'everything' || tiers.includes('pure') ? { NODE_V8_COVERAGE: join(directory, 'v8') } : {}
}

/** Prints which lines of generator/ did not run, in jest's own processes or in those of the built program; are enough of them run? */
export async function printCoverage(directory: string, measured: Measured): Promise<boolean> {
  const lines = new Map<string, Lines>()
  for (const path of readdirSync(join(root, 'generator'), { recursive: true, encoding: 'utf8' })) {
    const name = join('generator', path)
    if (isMeasured(name)) lines.set(name, { ran: new Set(), all: await linesWithCode(join(root, name)) })
  }
  for (const script of await scripts(join(directory, 'v8'))) await addScript(lines, script)
  return print(lines, bars[measured])
}

const isMeasured = (name: string) => /^generator\/(?!generated\/).*\.ts$/.test(name)

/** The parts of the built program, and the modules that the tests import, each with what all its runs together did. */
async function scripts(directory: string): Promise<ScriptCov[]> {
  const [program, sources] = ['dist/', 'generator/'].map((path) => pathToFileURL(join(root, path)).href)
  const isOurs = ({ url }: ScriptCov) =>
    url.startsWith(`${program}`) || (url.startsWith(`${sources}`) && url.endsWith(shared))
  let merged: ProcessCov = { result: [] }
  for (const name of existsSync(directory) ? await readdir(directory) : []) {
    const { result } = JSON.parse(await readFile(join(directory, name), 'utf8')) as ProcessCov
    const scripts = result.filter(isOurs)
    const runs = scripts.map((script) => ({ ...script, url: script.url.replace(/\?.*$/, '') })) // of a kept program
    merged = mergeProcessCovs([merged, { result: runs }])
  }
  return merged.result
}

/** The source map leads back to generator/. */
async function addScript(lines: Map<string, Lines>, { url, functions }: ScriptCov): Promise<void> {
  const path = fileURLToPath(url)
  const converter = v8ToIstanbul(path, 0, path.endsWith('.ts') ? { source: await compile(path) } : undefined)
  await converter.load()
  converter.applyCoverage(functions)
  const report = converter.toIstanbul() as unknown as IstanbulReport
  for (const [path, { statementMap, s }] of Object.entries(report)) {
    const known = lines.get(relative(root, path))
    if (!known) continue
    for (const [id, { start, end }] of Object.entries(statementMap)) {
      for (let line = start.line; line <= end.line; line++) if (s[id]) known.ran.add(line)
    }
  }
}

/** Lines that do something: no blank ones, no comments, no lone brackets, no types. */
async function linesWithCode(path: string): Promise<Set<number>> {
  const text = (await readFile(path, 'utf8')).replace(
    /^(export )?(interface \w+[^{]*\{[\s\S]*?^\}|type [^=]+=[\s\S]*?(?=\n\n|\n$))/gm,
    (type) => type.replace(/[^\n]/g, ''),
  )
  const numbered = text.split('\n').map((line, index) => [line.trim(), index + 1] as const)
  return new Set(
    numbered
      .filter(([line]) => line !== '' && !/^(\/\/|\/\*|\*|[)\]},;]+$|import )/.test(line))
      .map(([, number]) => number),
  )
}

function print(lines: Map<string, Lines>, bar: number): boolean {
  let [ran, all] = [0, 0]
  for (const [name, file] of [...lines].sort()) {
    const missed = [...file.all].filter((line) => !file.ran.has(line))
    ran += file.all.size - missed.length
    all += file.all.size
    if (missed.length)
      console.log(`${name}: ${missed.length} of ${file.all.size} lines did not run: ${missed.join(', ')}`)
  }
  const percent = (100 * ran) / all
  console.log(`\n${percent.toFixed(1)} % of ${all} lines of generator/ ran (at least ${bar} % must)`)
  return percent >= bar
}
