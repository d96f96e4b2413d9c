import { readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

import { execa } from 'execa'

import { LabUnavailable } from './lab-unavailable.ts'

interface Python {
  path: string
  /** The y of Python 3.y. */
  minor: number
}

export interface PythonRange {
  atLeast?: number
  atMost?: number
}

/** The newest Python 3 at hand whose minor version lies in the range and which can make a venv. */
export const findPython = async ({ atLeast = 10, atMost = 99 }: PythonRange = {}): Promise<Python> => {
  const found = (await pythons()).find(({ minor }) => minor >= atLeast && minor <= atMost)
  if (!found) throw new LabUnavailable(`no Python between 3.${atLeast} and 3.${atMost} with venv on this machine`)
  return found
}

/** Makes a venv in `dir` with that Python and installs the requirements. */
export const makeVenv = async (python: Python, dir: string, requirements: readonly string[]): Promise<void> => {
  await execa(python.path, ['-m', 'venv', dir])
  const pip = [join(dir, 'bin', 'pip'), 'install', '--quiet', '--disable-pip-version-check']
  await execa(pip[0] as string, [...pip.slice(1), ...requirements])
}

/** What a process found, for those that it starts: to ask every Python takes a second of each test file. */
export const pythonsHere = async (): Promise<Record<string, string>> => ({
  [variable]: JSON.stringify(await pythons()),
})

const variable = 'REGISTRAR_LAB_PYTHONS'

let known: Promise<readonly Python[]> | undefined

const pythons = (): Promise<readonly Python[]> => (known ??= reported() ?? probeAll())

const reported = (): Promise<readonly Python[]> | undefined => {
  const text = process.env[variable]
  return text === undefined ? undefined : Promise.resolve(JSON.parse(text) as Python[])
}

const probeAll = async (): Promise<readonly Python[]> => {
  const probed = await Promise.all(candidates().map(probe))
  return probed.filter((python) => python !== undefined).sort((a, b) => b.minor - a.minor)
}

const candidates = (): readonly string[] => {
  const path = (process.env['PATH'] ?? '').split(delimiter)
  const versions = join(homedir(), '.pyenv', 'versions')
  const pyenv = listDir(versions).map((version) => join(versions, version, 'bin'))
  return [...pyenv, ...path].flatMap((dir) =>
    listDir(dir)
      .filter((name) => /^python3(\.\d+)?$/.test(name))
      .map((name) => join(dir, name)),
  )
}

const listDir = (dir: string): readonly string[] => {
  try {
    return readdirSync(dir)
  } catch {
    return []
  }
}

/** A pyenv shim exists for versions that it refuses to run, and Debian ships Python without ensurepip: ask. */
const probe = async (path: string): Promise<Python | undefined> => {
  const script = 'import sys, venv, ensurepip; print(sys.version_info[1])'
  const { exitCode, stdout } = await execa(path, ['-c', script], { reject: false, stderr: 'ignore' })
  return exitCode === 0 ? { path, minor: Number(stdout) } : undefined
}
