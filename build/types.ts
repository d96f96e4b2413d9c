import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { codes } from '../generator/errors/codes.ts'

/** The modules whose types the library's own are made of, and the library. */
const modules = [
  'authorities/names.ts',
  'dialects/written-number.ts',
  'errors/diagnostic.ts',
  'generated/host-config.ts',
  'library.ts',
  'plan/host-plan.ts',
  'plan/password-kind.ts',
  'render/rendered-file.ts',
]

const compilerOptions: ts.CompilerOptions = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.NodeNext }

/** The declarations of `import ... from 'matrix-registrar'`, below a directory. */
export function writeTypes(directory: string, root: string): void {
  const files = modules.map((path) => [path, declarationsOf(join(root, 'generator', path))] as const)
  const names = Object.keys(codes).map((code) => `'${code}'`)
  for (const [path, text] of [
    ...files,
    ['errors/codes.ts', `export type DiagnosticCode = ${names.join(' | ')};\n`] as const,
  ]) {
    const file = join(directory, path.replace(/\.ts$/, '.d.ts'))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

/** Of one module by itself, which takes no time; what only other modules know must be annotated there. */
function declarationsOf(fileName: string): string {
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(readFileSync(fileName, 'utf8'), {
    fileName,
    compilerOptions,
    reportDiagnostics: true,
  })
  const [problem] = diagnostics
  if (problem) throw new Error(`${fileName}: ${ts.flattenDiagnosticMessageText(problem.messageText, ' ')}`)
  return outputText.replaceAll(/(from '\.{1,2}\/[^']+)\.ts'/g, "$1.js'")
}
