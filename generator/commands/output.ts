import { type Command, Option } from 'commander'
import { AppError } from '../errors/app-error.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { github, pretty, type ReadText, recordsOf } from '../errors/format.ts'
import { type YamlValue, toPlainYaml } from '../render/yaml.ts'
import { verbosity } from '../ui/verbosity.ts'

const outputs = ['table', 'json', 'csv', 'yaml', 'github'] as const

export type Output = (typeof outputs)[number]

/** What commander knows once `settleOutput` has run. */
export interface OutputOptions {
  output: Output
}

/** Raised when a document changes in a way that breaks programs. */
export const formatVersion = 1

interface Offered {
  csv?: boolean
  /** Its diagnostics have positions in files, where GitHub can show them. */
  github?: boolean
  /** It has --out, which -o was short for once: still, where its value is no format. */
  out?: boolean
}

/** The options of a command that prints data. */
export function addOutputOptions(
  command: Command,
  { csv = false, github = false, out = false }: Offered = {},
): Command {
  const choices = outputs.filter((output) => (csv || output !== 'csv') && (github || output !== 'github'))
  if (out) keepShortOut(command)
  command
    .addOption(new Option(`${out ? '' : '-o, '}--output <format>`, 'output format; default: table').choices(choices))
    .option('--json', 'short for --output json')
  if (csv) command.option('--csv', 'short for --output csv')
  if (github)
    command.addOption(
      new Option('--format <name>', 'the same as --output, where pretty is the table').choices([
        'pretty',
        'json',
        'github',
      ]),
    )
  return command
}

function keepShortOut(command: Command): void {
  const isFormat = (word: string) => (outputs as readonly string[]).includes(word)
  const emitter = command as Command & NodeJS.EventEmitter
  command
    .addOption(new Option('-o <format>').hideHelp())
    .on('option:o', (word: string) => emitter.emit(isFormat(word) ? 'option:output' : 'option:out', word))
    .configureHelp({ optionTerm: ({ long, flags }) => (long === '--output' ? `-o, ${flags}` : flags) })
}

/** Sets `output` from all options about it; refuses options that contradict each other. */
export function settleOutput(command: Command): void {
  const { output, json, csv, format, quiet, verbose } = command.opts<{
    output?: Output
    json?: boolean
    csv?: boolean
    format?: string
    quiet?: boolean
    verbose?: boolean
  }>()
  const asked = new Map<string, string>([
    ...(output === undefined ? [] : [[output, `--output ${output}`] as const]),
    ...(json ? [['json', '--json'] as const] : []),
    ...(csv ? [['csv', '--csv'] as const] : []),
    ...(format === undefined ? [] : [[format === 'pretty' ? 'table' : format, `--format ${format}`] as const]),
  ])
  const [one, other] = [...asked.values()]
  if (one !== undefined && other !== undefined) throw contradiction(one, other)
  if (quiet && verbose) throw contradiction('--quiet', '--verbose')
  command.setOptionValue('output', [...asked.keys()][0] ?? 'table')
  verbosity.quiet = Boolean(quiet)
}

function contradiction(one: string, other: string): AppError {
  return new AppError('usage', `${one} and ${other} contradict each other.`, { hint: 'Keep one of the two.' })
}

/** Whether the output is for programs. */
export function isDocument(output: string | undefined): output is 'json' | 'yaml' {
  return output === 'json' || output === 'yaml'
}

/** A document for programs, with the version of its format at the top. */
export function documentText(content: object, output: 'json' | 'yaml'): string {
  const text = JSON.stringify({ format_version: formatVersion, ...content }, null, 2)
  return `${output === 'json' ? text : toPlainYaml(JSON.parse(text) as YamlValue)}\n`
}

export function printDocument(content: object, output: 'json' | 'yaml'): void {
  process.stdout.write(documentText(content, output))
}

/** Diagnostics of files. */
export function printDiagnostics(diagnostics: Diagnostic[], readText: ReadText, output: Output): void {
  if (isDocument(output)) printDocument({ diagnostics: recordsOf(diagnostics) }, output)
  else process.stdout.write((output === 'github' ? github : pretty)(diagnostics, readText))
}

/** An error as a document. */
export function failureDocument({ code, message, hint }: AppError) {
  return { outcome: 'failed', class: code.replaceAll('-', '_'), changed: false, message, hint, next: [] }
}
