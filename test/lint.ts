import { join } from 'node:path'
import { argv, env, execPath, exit } from 'node:process'
import { execa } from 'execa'
import { installPackages } from './lab/docker.ts'
import { installPythonChecks, installRuff } from './lab/install.ts'
import { LabUnavailable } from './lab/lab-unavailable.ts'
import { longSubjects } from './lint/commit-subjects.ts'
import { awkwardPhrases } from './lint/phrases.ts'
import { type Script, shellScripts } from './lint/shell-scripts.ts'
import { root } from './runner/tiers.ts'
import { stopwatch } from './support/stopwatch.ts'

const cache = 'node_modules/.cache/matrix-registrar'
const say = stopwatch()

/** What `npm run lint` looks at, and what is wrong there; `npm run format` rewrites files as Prettier and ruff want them. */
const checks: Record<string, () => Promise<string>> = {
  types: () => complaints('tsc', ['--noEmit', '--incremental', '--tsBuildInfoFile', `${cache}/tsc.json`]),
  eslint: () => complaints('eslint', ['--cache', '--cache-location', `${cache}/eslint`, '.']),
  prettier: () =>
    complaints('prettier', ['--check', '--log-level=warn', '--cache', `--cache-location=${cache}/prettier`, '.']),
  ruff: async () => {
    const ruff = await installRuff()
    return (
      (await complaints(ruff, ['check', '--quiet', '.'])) + (await complaints(ruff, ['format', '--diff', '-q', '.']))
    )
  },
  mypy: async () => complaints(join(await installPythonChecks(), 'mypy'), ['--cache-dir', `${cache}/mypy`]),
  shellcheck: async () => {
    await installPackages({ shellcheck: 'shellcheck' })
    const { stdout } = await execa(execPath, ['dist/registrar.js', 'completion', 'bash'], { cwd: root })
    return (await Promise.all([...(await shellScripts(stdout))].map(shellcheck))).join('')
  },
  spelling: () =>
    complaints('cspell', ['lint', '--no-progress', '--no-summary', '--cache', '--cache-location', `${cache}/cspell`]),
  phrases: awkwardPhrases,
  'commit subjects': longSubjects,
}

/** What a program prints when it fails. */
async function complaints(program: string, words: readonly string[], input = ''): Promise<string> {
  const options = { cwd: root, preferLocal: true, reject: false, all: true, input } as const
  const { failed, all, shortMessage } = await execa(program, words, options)
  return failed ? `${all || shortMessage}\n` : ''
}

async function shellcheck({ name, shell, text, except = [] }: Script): Promise<string> {
  const words = [`--shell=${shell}`, ...(except.length ? [`--exclude=${except.join()}`] : []), '-']
  const wrong = await complaints('shellcheck', words, text)
  return wrong && `${name}:${wrong}`
}

/** A tool that cannot be had is named and passed over on a person's machine, and a failure in CI. */
async function check([name, run]: [string, () => Promise<string>]): Promise<boolean> {
  try {
    const wrong = await run()
    say(wrong ? `${name}:\n${wrong}` : name)
    return wrong === ''
  } catch (error) {
    if (!(error instanceof LabUnavailable)) throw error
    say(`${name} was skipped: ${error.message}`)
    return env['CI'] !== 'true'
  }
}

async function format(): Promise<boolean> {
  const ruff = await installRuff()
  const wrong = [
    await complaints('prettier', ['--write', '--log-level=warn', '.']),
    await complaints(ruff, ['check', '--quiet', '--fix', '.']),
    await complaints(ruff, ['format', '--quiet', '.']),
  ].join('')
  if (wrong) console.error(wrong)
  return wrong === ''
}

const isFormat = argv[2] === 'format'
const right = isFormat ? [await format()] : await Promise.all(Object.entries(checks).map(check))
exit(right.every(Boolean) ? 0 : 1)
