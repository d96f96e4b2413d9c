import { version } from '../version.ts'
import { fill } from './engine.ts'
import { modules } from './modules.ts'
import type { RenderedFile } from './rendered-file.ts'
import { documentation, renderRole, taskFile } from './role.ts'

/** The published name of the collection. */
export const collection = { namespace: 'matrix_registrar', name: 'accounts' }

const { namespace, name: short } = collection

/** The releases of ansible-core that the collection is for. */
const ansibleCores = ['2.16', '2.17', '2.18', '2.19', '2.20', '2.21']

const releaseDate = '2026-11-27'

/**
 * The Ansible collection, without its licence: the modules, the role, and the package that both use. `ansible-galaxy collection build`
 * makes a tarball of it.
 */
export function renderCollection(): RenderedFile[] {
  const role = new Map(renderRole().map(({ path, content }) => [path, content]))
  const view = { namespace, name: short, version, modules: Object.keys(modules), documented: summaries(role) }
  const ofRole = [...role].filter(([path]) => !/^(action_plugins|library)\//.test(path))
  const files: [string, string][] = [
    ['galaxy.yml', fill('collection/galaxy.yml', view)],
    ['README.md', fill('collection/README.md', view)],
    ['meta/runtime.yml', fill('collection/meta-runtime.yml', view)],
    ['changelogs/changelog.yaml', fill('collection/changelog.yaml', { version, date: releaseDate })],
    ...ansibleCores.map((core): [string, string] => [`tests/sanity/ignore-${core}.txt`, ignored()]),
    ...ofRole.map(([path, content]): [string, string] => [`roles/matrix_users/${path}`, content]),
    ...ofRole
      .filter(([path]) => path.startsWith('files/') && path !== 'files/host_command.py')
      .map(([path, content]): [string, string] => [`plugins/plugin_utils/${path}`, asSiblings(content)]),
    ...Object.keys(modules).flatMap((name): [string, string][] => [
      [`plugins/modules/${name}.py`, documentation(name, `${namespace}.${short}.`)],
      [
        `plugins/action/${name}.py`,
        fill('collection/plugin.py', { name, file: taskFile(name), namespace, collection: short }),
      ],
    ]),
  ]
  return files.map(([path, content]) => ({ path, content, mode: 0o644 }))
}

/** A collection has no import path of its own: there, one package of files/ is a sibling of the other. */
function asSiblings(content: string): string {
  return content.replace(/^from matrix_server\./gm, 'from ..matrix_server.')
}

/** Intended findings of `ansible-test sanity`. */
function ignored(): string {
  const licence = Object.keys(modules).map(
    (name) => `plugins/modules/${name}.py validate-modules:missing-gplv3-license # the licence is Apache-2.0\n`,
  )
  return [...licence, 'roles/matrix_users/files/host_command.py shebang # a command that the role installs\n'].join('')
}

function summaries(role: Map<string, string>) {
  return Object.keys(modules).map((name) => {
    const found = /^short_description: (.*)$/m.exec(role.get(`library/${name}.py`) ?? '')
    return { name, summary: found?.[1] ?? '' }
  })
}
