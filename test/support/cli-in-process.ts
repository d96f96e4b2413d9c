import { checkDocument } from './once/output-documents.ts'
import { type CliRun, registrar as registrarAsProcess } from './cli.ts'

type Run = (words: string[], options: Parameters<typeof registrarAsProcess>[1]) => Promise<CliRun>

// Whether there are colours is found out when the program is loaded.
process.env['NO_COLOR'] = '1'
const { main } = await import('../../generator/main.ts')

let last: Promise<unknown> = Promise.resolve()

/** Runs the program as `registrar` of cli.ts does, but in this process, which saves its start; with standard input it is a process. */
export const registrar: Run = (words, options) => {
  if (options.input !== undefined) return registrarAsProcess(words, options)
  const run = last.then(() => runHere(words, options))
  last = run.catch(() => {})
  return run
}

/** The directory, the environment and the output are this process's own: so one at a time. */
const runHere: Run = async (words, { cwd, env = {} }) => {
  const [directory, environment] = [process.cwd(), { ...process.env }]
  const [stdout, stderr] = [capture('stdout'), capture('stderr')]
  try {
    process.chdir(cwd)
    Object.assign(process.env, env)
    const exitCode = await main(words)
    checkDocument(words, stdout.text())
    return { exitCode, stdout: stdout.text(), stderr: stderr.text() }
  } finally {
    stdout.end()
    stderr.end()
    process.chdir(directory)
    for (const name of Object.keys(env)) Reflect.deleteProperty(process.env, name)
    Object.assign(process.env, environment)
  }
}

function capture(name: 'stdout' | 'stderr'): { text: () => string; end: () => void } {
  const stream = process[name]
  const { write } = stream
  let text = ''
  stream.write = ((chunk: string | Uint8Array, encoding?: unknown, then?: () => void) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')
    const callback = typeof encoding === 'function' ? encoding : then
    callback?.()
    return true
  }) as typeof write
  return { text: () => text, end: () => void (stream.write = write) }
}
