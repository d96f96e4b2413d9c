import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ignoreKept } from '../../generator/commands/ignore-kept.ts'
import { loadHostFile } from '../../generator/load/load-host-file.ts'
import { loadVariables } from '../../generator/variables/load-variables.ts'
import { variableFiles } from '../../generator/variables/variable-files.ts'
import { readSshConfig } from '../../generator/run/ssh-config.ts'
import { resolveSecret } from '../../generator/secrets/resolve-secret.ts'
import { rowsOfCsv } from '../../generator/commands/accounts-from-csv.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

/** What may stand where a file is expected: none of it ends, or is one. */
const special: Record<string, (path: string) => void> = {
  'a pipe': (path) => execFileSync('mkfifo', [path]),
  'a device': (path) => symlinkSync('/dev/zero', path),
  'a directory': (path) => mkdirSync(path),
}

const readers: Record<string, (path: string) => unknown> = {
  'a host file': (path) => loadHostFile(path).diagnostics.map(({ message }) => message),
  'a file of variables': (path) => loadVariables(path).diagnostics.map(({ message }) => message),
  'a secret': (path) => resolveSecret({ file: path }, '/'),
  'the configuration of ssh': (path) => readSshConfig('host', { kind: 'ssh' }, path),
  'a list of accounts': (path) => rowsOfCsv(path),
}

describe.each(Object.keys(special))('%s', (kind) => {
  it.each(Object.keys(readers))('in the place of %s is reported, not read', async (reader) => {
    const path = join(makeDirectory(), 'x')
    special[kind]?.(path)
    expect(await errorOf(() => readers[reader]?.(path))).toContain(`${path} is ${kind}`)
  })

  it.each(['.gitignore', '.gitattributes'])('in the place of %s is reported, not read', async (name) => {
    const directory = makeDirectory()
    special[kind]?.(join(directory, name))
    const files = [{ path: 'kept.yml', text: 'a: 1\n', isKept: true }] as Parameters<typeof ignoreKept>[0]
    expect(await errorOf(() => ignoreKept(files, directory))).toContain(`${join(directory, name)} is ${kind}`)
  })
})

async function errorOf(work: () => unknown): Promise<string> {
  try {
    return String(await work())
  } catch (error) {
    return (error as Error).message
  }
}

it('looks for files of variables no further than an inventory goes', () => {
  const directory = makeDirectory()
  writeFileSync(join(directory, 'vars.yml'), '')
  symlinkSync(directory, join(directory, 'circle'))
  expect(variableFiles(directory)).toEqual([join(directory, 'vars.yml')])
  symlinkSync('/', join(directory, 'everything'))
  expect(() => variableFiles(directory)).toThrow(`${directory} has more than 10000 files and directories in it.`)
})
