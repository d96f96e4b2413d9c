import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { execPath, exit } from 'node:process'
import { pathToFileURL } from 'node:url'
import { execa } from 'execa'
import v8ToIstanbul from 'v8-to-istanbul'

const root = join(import.meta.dirname, '..')
const bar = 95

/** Of a file, the numbers of the lines that ran and of all that could. */
interface Lines {
  ran: Set<number>
  all: Set<number>
}

/** What v8 and jest write, as far as it is read here. */
interface V8Report {
  result: { url: string; functions: Parameters<ReturnType<typeof v8ToIstanbul>['applyCoverage']>[0] }[]
}

type IstanbulReport = Record<string, { statementMap: Record<string, { start: { line: number }; end: { line: number } }>; s: Record<string, number> }>

/** Lines of generator/ that the pure tier runs, in jest's own process and in those of the built program. */
async function main(): Promise<boolean> {
  const directory = await mkdtemp(join(tmpdir(), 'registrar-coverage-'))
  try {
    await execa('npm', ['run', '--silent', 'build', '--', '--sourcemap=inline'], { cwd: root })
    await runTests(directory)
    const lines = new Map<string, Lines>()
    await addReport(lines, JSON.parse(await readFile(join(directory, 'jest/coverage-final.json'), 'utf8')) as IstanbulReport)
    for (const name of await readdir(join(directory, 'v8'))) await addRaw(lines, join(directory, 'v8', name))
    return print(lines)
  } finally {
    await execa('npm', ['run', '--silent', 'build'], { cwd: root })
    await rm(directory, { recursive: true })
  }
}

async function runTests(directory: string): Promise<void> {
  const jest = ['node_modules/jest/bin/jest.js', '--selectProjects', 'pure', '--coverage', '--coverageProvider=v8', '--collectCoverageFrom=generator/**/*.ts', '--coverageReporters=json', `--coverageDirectory=${join(directory, 'jest')}`]
  await execa(execPath, ['--experimental-vm-modules', '--no-warnings', ...jest], { cwd: root, env: { NODE_V8_COVERAGE: join(directory, 'v8') }, stdout: 'ignore', stderr: 'inherit' })
}

/** The runs of the built program, which the source map leads back to generator/. */
async function addRaw(lines: Map<string, Lines>, path: string): Promise<void> {
  const program = join(root, 'dist/registrar.js')
  const { result } = JSON.parse(await readFile(path, 'utf8')) as V8Report
  for (const { functions } of result.filter(({ url }) => url === pathToFileURL(program).href)) {
    const converter = v8ToIstanbul(program)
    await converter.load()
    converter.applyCoverage(functions)
    await addReport(lines, converter.toIstanbul() as unknown as IstanbulReport)
  }
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
  const text = (await readFile(path, 'utf8')).replace(/^(export )?(interface \w+[^{]*\{[\s\S]*?^\}|type [^=]+=[\s\S]*?(?=\n\n|\n$))/gm, (type) => type.replace(/[^\n]/g, ''))
  const numbered = text.split('\n').map((line, index) => [line.trim(), index + 1] as const)
  return new Set(numbered.filter(([line]) => line !== '' && !/^(\/\/|\/\*|\*|[)\]},;]+$|import )/.test(line)).map(([, number]) => number))
}

function print(lines: Map<string, Lines>): boolean {
  let [ran, all] = [0, 0]
  for (const [name, file] of [...lines].sort()) {
    const missed = [...file.all].filter((line) => !file.ran.has(line))
    ran += file.all.size - missed.length
    all += file.all.size
    if (missed.length) console.log(`${name}: ${missed.length} of ${file.all.size} lines did not run: ${missed.join(', ')}`)
  }
  const percent = (100 * ran) / all
  console.log(`\n${percent.toFixed(1)} % of ${all} lines of generator/ ran (at least ${bar} % must)`)
  return percent >= bar
}

exit((await main()) ? 0 : 1)
