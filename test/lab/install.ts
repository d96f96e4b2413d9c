import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { execa } from 'execa'

import { once } from './cache.ts'
import { LabUnavailable } from './lab-unavailable.ts'
import { findPython, makeVenv } from './python.ts'

export const synapseVersion = '1.163.2'
export const dendriteVersion = '0.15.2'

/** just's binary, as npm's rust-just brings it; not a dependency, since some of its platforms' packages are missing. */
export const installJust = async (): Promise<string> => {
  const dir = await once('just-1.57.0', async (target) => {
    await execa('npm', ['install', '--prefix', target, '--no-save', 'rust-just@1.57.0'])
  })
  const [platform = ''] = (await readdir(join(dir, 'node_modules'))).filter((name) => name.startsWith('rust-just-'))
  return join(dir, 'node_modules', platform, 'bin', 'just')
}

/** The venv with Synapse; of its postgres extra the driver alone, as a binary, since the extra's is compiled against libpq. */
export const installSynapse = (): Promise<string> =>
  once(`synapse-${synapseVersion}-postgres`, async (dir) => {
    const python = await findPython({ atLeast: 10, atMost: 13 })
    await makeVenv(python, dir, [`matrix-synapse==${synapseVersion}`, 'psycopg2-binary'])
  })

/** The venv with matrix-registration, of the playbook until May 2026, and the libraries of its time that run today. */
export const installTokenPage = (): Promise<string> =>
  once('matrix-registration-0.7.2', async (dir) => {
    const libraries = [
      'appdirs<1.5',
      'Flask<2',
      'Flask-SQLAlchemy==2.5.1',
      'flask-cors<3.1',
      'flask-httpauth<4.6',
      'flask-limiter<1.5',
      'python-dateutil<2.9',
      'PyYAML',
      'requests',
      'SQLAlchemy<1.5',
      'waitress<1.5',
      'WTForms<3',
      'markupsafe<2.1',
      'itsdangerous<2.1',
      'jinja2<3.1',
      'werkzeug<2.1',
      'click<8.1',
      'setuptools<70',
    ]
    await makeVenv(await findPython({ atLeast: 10, atMost: 12 }), dir, libraries)
    await execa(join(dir, 'bin', 'pip'), ['install', '--quiet', '--no-deps', 'matrix-registration==0.7.2'])
  })

const dendriteCommands = ['dendrite', 'create-account', 'generate-config', 'generate-keys'] as const

/** A directory with Dendrite's commands in bin/: static, so that the same files run natively and in a container. */
export const installDendrite = (): Promise<string> =>
  once(`dendrite-${dendriteVersion}`, async (dir) => {
    await requireGo()
    const packages = dendriteCommands.map((command) => `github.com/element-hq/dendrite/cmd/${command}`)
    await writeFile(
      join(dir, 'go.mod'),
      `module lab\n\ngo 1.23\n\nrequire github.com/element-hq/dendrite v${dendriteVersion}\n`,
    )
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

/** The Pythons that a controller of that version runs on, by their minor version. */
const controllerPythons = {
  '2.16': { atLeast: 10, atMost: 12 },
  '2.18': { atLeast: 11, atMost: 13 },
  '2.19': { atLeast: 11, atMost: 13 },
  newest: { atLeast: 11, atMost: 99 },
}

export type AnsibleVersion = keyof typeof controllerPythons

/** Oldest first. */
export const ansibleVersions = Object.keys(controllerPythons) as AnsibleVersion[]

/** The bin directory of a venv with that ansible-core; `newest` is the newest that the newest Python here runs. */
export const installAnsible = async (version: AnsibleVersion): Promise<string> => {
  const requirement = version === 'newest' ? 'ansible-core' : `ansible-core~=${version}.0`
  const python = await findPython(controllerPythons[version])
  const dir = await once(`ansible-${version}-python3.${python.minor}`, (venv) => makeVenv(python, venv, [requirement]))
  return join(dir, 'bin')
}

/** The bin directory of a venv with ansible-lint and yamllint, on ansible-core 2.19. */
export const installLinters = async (): Promise<string> => {
  const python = await findPython(controllerPythons['2.19'])
  const requirements = ['ansible-core~=2.19.0', 'ansible-lint', 'yamllint']
  const dir = await once(`linters-python3.${python.minor}`, (venv) => makeVenv(python, venv, requirements))
  return join(dir, 'bin')
}
