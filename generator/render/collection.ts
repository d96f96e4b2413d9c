import { version } from '../version.ts'
import { fill } from './engine.ts'
import { modules } from './modules.ts'
import type { RenderedFile } from './rendered-file.ts'
import { documentation, pluginFiles, renderRole } from './role.ts'

/** What the collection is called where it is published. */
export const collection = { namespace: 'matrix_registrar', name: 'accounts' }

const { namespace, name: short } = collection
const releaseDate = '2026-11-27'

/**
 * The Ansible collection, but for its licence: the modules, the role, and the package that both use. `ansible-galaxy collection build`
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
    ...ofRole.map(([path, content]): [string, string] => [`roles/matrix_users/${path}`, content]),
    ...ofRole
      .filter(([path]) => path.startsWith('files/'))
      .map(([path, content]): [string, string] => [`plugins/plugin_utils/${path}`, content]),
    ...Object.entries(pluginFiles).flatMap(([name, file]): [string, string][] => [
      [`plugins/modules/${name}.py`, documentation(name, `${namespace}.${short}.`)],
      [`plugins/action/${name}.py`, fill('collection/plugin.py', { name, file, namespace, collection: short })],
    ]),
  ]
  return files.map(([path, content]) => ({ path, content, mode: 0o644 }))
}

function summaries(role: Map<string, string>) {
  return Object.keys(modules).map((name) => {
    const found = /^short_description: (.*)$/m.exec(role.get(`library/${name}.py`) ?? '')
    return { name, summary: found?.[1] ?? '' }
  })
}
