import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { execa } from 'execa'

import { once } from './cache.ts'
import { LabUnavailable } from './lab-unavailable.ts'
import { findPython, makeVenv, type PythonRange } from './python.ts'
import { pinned, requirementsOf, versions } from './versions.ts'

export const synapseVersion = pinned('synapse', 'matrix-synapse')

const dendriteModule = 'github.com/element-hq/dendrite'
export const dendriteVersion = versions.go[dendriteModule] ?? ''

/** The Pythons that a controller of that version runs on, by their minor version. */
const controllerPythons = {
  '2.16': { atLeast: 10, atMost: 12 },
  '2.18': { atLeast: 11, atMost: 13 },
  '2.19': { atLeast: 11, atMost: 13 },
  newest: { atLeast: 12, atMost: 99 },
}

/** The Pythons for which the packages of a venv have binaries; any by default. */
const pythons: Record<string, PythonRange> = {
  ...Object.fromEntries(Object.entries(controllerPythons).map(([version, range]) => [`ansible-${version}`, range])),
  linters: controllerPythons['2.19'],
  'python-checks': { atLeast: 10, atMost: 99 },
  synapse: { atLeast: 10, atMost: 13 },
  'synapse-oldest': { atLeast: 10, atMost: 12 },
  'token-page': { atLeast: 10, atMost: 12 },
}

/** The Python that a venv is made with. */
export const pythonOf = (venv: string) => findPython(pythons[venv])

/** A venv of versions.json: other versions or another Python, another directory. */
const installVenv = async (name: string, pip: string[] = []): Promise<string> => {
  const python = await pythonOf(name)
  const requirements = requirementsOf(name)
  const key = createHash('sha256').update(requirements.join()).digest('hex').slice(0, 8)
  return once(`${name}-${key}-python3.${python.minor}`, (dir) => makeVenv(python, dir, [...pip, ...requirements]))
}

const binOf = async (venv: Promise<string>): Promise<string> => join(await venv, 'bin')

/** The program just: the real one, for npm's rust-just starts it from JavaScript, which makes numbers of arguments. */
export const installJust = async (): Promise<string> => join(await binOf(installVenv('just')), 'just')

/** The program ruff. */
export const installRuff = async (): Promise<string> => join(await binOf(installVenv('ruff')), 'ruff')

/** The bin directory of a venv with mypy and pytest. */
export const installPythonChecks = (): Promise<string> => binOf(installVenv('python-checks'))

/** The venv with Synapse; of its postgres extra the driver alone, as a binary, since the extra's is compiled against libpq. */
export const installSynapse = (): Promise<string> => installVenv('synapse')

/** The venv with the oldest Synapse that is supported, on libraries of its time. */
export const installOldestSynapse = (): Promise<string> => installVenv('synapse-oldest')

/** The venv with matrix-registration, of the playbook until May 2026, and the libraries of its time that run today. */
export const installTokenPage = (): Promise<string> => installVenv('token-page', ['--no-deps'])

export type AnsibleVersion = keyof typeof controllerPythons

/** Oldest first. */
export const ansibleVersions = Object.keys(controllerPythons) as AnsibleVersion[]

/** The bin directory of a venv with that ansible-core; `newest` is the newest when the versions were raised. */
export const installAnsible = (version: AnsibleVersion): Promise<string> => binOf(installVenv(`ansible-${version}`))

/** The bin directory of a venv with ansible-lint and yamllint, on ansible-core 2.19. */
export const installLinters = (): Promise<string> => binOf(installVenv('linters'))

const dendriteCommands = ['dendrite', 'create-account', 'generate-config', 'generate-keys'] as const

/** A directory with Dendrite's commands in bin/: static, so that the same files run natively and in a container. */
export const installDendrite = (): Promise<string> =>
  once(`dendrite-${dendriteVersion}`, async (dir) => {
    await requireGo()
    const packages = dendriteCommands.map((command) => `${dendriteModule}/cmd/${command}`)
    await writeFile(join(dir, 'go.mod'), `module lab\n\ngo 1.23\n\nrequire ${dendriteModule} v${dendriteVersion}\n`)
    await writeFile(
      join(dir, 'tools.go'),
      `package lab\n\nimport (\n${packages.map((name) => `\t_ "${name}"\n`).join('')})\n`,
    )
    await mkdir(join(dir, 'bin'))
    const options = { cwd: dir, env: { CGO_ENABLED: '0', GOFLAGS: '-mod=mod' } }
    await execa('go', ['mod', 'tidy'], options)
    await execa('go', ['build', '-trimpath', '-o', 'bin/', ...packages], options)
  })

const requireGo = async (): Promise<void> => {
  const { failed } = await execa('go', ['version'], { reject: false })
  if (failed) throw new LabUnavailable('Go is not on PATH: Dendrite is built from its Go module')
}
