import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { mergeProcessCovs, type ProcessCov, type ScriptCov } from '@bcoe/v8-coverage'
import v8ToIstanbul from 'v8-to-istanbul'
import type { Tier } from './runner/tiers.ts'

const root = join(import.meta.dirname, '..')

/** Of a file, the numbers of the lines that ran and of all that could. */
interface Lines {
  ran: Set<number>
  all: Set<number>
}

/** What jest writes, as far as it is read here. */
type IstanbulReport = Record<
  string,
  { statementMap: Record<string, { start: { line: number }; end: { line: number } }>; s: Record<string, number> }
>

export type Measured = 'everything' | 'pure tests'

/** Of the lines, this many percent must run. */
const bars: Record<Measured, number> = { everything: 95, 'pure tests': 80 }

/**
 * What makes a run of jest measure itself and each process of the built program. Tests that are not pure are measured
 * only with everything: it makes each start of the program half as long again.
 */
export function measure(
  measured: Measured,
  tiers: readonly Tier[],
  directory: string,
): { words?: string[]; env: Record<string, string> } {
  const programs = join(directory, 'v8')
  if (measured !== 'everything' && !tiers.includes('pure')) return { env: {} }
  return { words: coverageWords(join(directory, `jest-${tiers.join('-')}`)), env: { NODE_V8_COVERAGE: programs } }
}

function coverageWords(directory: string): string[] {
  return [
    '--coverage',
    '--coverageProvider=v8',
    '--collectCoverageFrom=generator/**/*.ts',
    '--coverageReporters=json',
    `--coverageDirectory=${directory}`,
  ]
}

/** Prints which lines of generator/ did not run, in jest's own process or in those of the built program; are enough of them run? */
export async function printCoverage(directory: string, measured: Measured): Promise<boolean> {
  const lines = new Map<string, Lines>()
  for (const name of (await readdir(directory)).filter((name) => name.startsWith('jest-'))) {
    const report = await readFile(join(directory, name, 'coverage-final.json'), 'utf8')
    await addReport(lines, JSON.parse(report) as IstanbulReport)
  }
  for (const script of await programScripts(join(directory, 'v8'))) await addScript(lines, script)
  return print(lines, bars[measured])
}

/** The parts of the built program, each with what all its runs together did. */
async function programScripts(directory: string): Promise<ScriptCov[]> {
  const program = pathToFileURL(join(root, 'dist')).href
  let merged: ProcessCov = { result: [] }
  for (const name of existsSync(directory) ? await readdir(directory) : []) {
    const { result } = JSON.parse(await readFile(join(directory, name), 'utf8')) as ProcessCov
    const scripts = result.filter(({ url }) => url.startsWith(program))
    const runs = scripts.map((script) => ({ ...script, url: script.url.replace(/\?\d+$/, '') })) // of a kept program
    merged = mergeProcessCovs([merged, { result: runs }])
  }
  return merged.result
}

/** The source map leads back to generator/. */
async function addScript(lines: Map<string, Lines>, { url, functions }: ScriptCov): Promise<void> {
  const converter = v8ToIstanbul(fileURLToPath(url))
  await converter.load()
  converter.applyCoverage(functions)
  await addReport(lines, converter.toIstanbul() as unknown as IstanbulReport)
}

async function addReport(lines: Map<string, Lines>, report: IstanbulReport): Promise<void> {
  for (const [path, { statementMap, s }] of Object.entries(report)) {
    const name = relative(root, path)
    if (!/^generator\/(?!generated\/).*\.ts$/.test(name) || !existsSync(path)) continue
    const known = lines.get(name) ?? { ran: new Set(), all: await linesWithCode(path) }
    lines.set(name, known)
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
