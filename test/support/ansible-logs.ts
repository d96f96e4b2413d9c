import { join } from 'node:path'
import { readTree } from './directory.ts'

/** The environment in which Ansible keeps all that it shows below a directory: its log, and what callbacks write. */
export function keptIn(directory: string): Record<string, string> {
  return {
    ANSIBLE_LOG_PATH: join(directory, 'ansible.log'),
    ANSIBLE_CALLBACKS_ENABLED: 'ansible.builtin.junit,ansible.builtin.tree',
    ANSIBLE_CALLBACK_TREE_DIR: join(directory, 'tree'),
    JUNIT_OUTPUT_DIR: join(directory, 'junit'),
    ANSIBLE_HOME: join(directory, 'home'),
    ANSIBLE_VERBOSITY: '3',
  }
}

/** The files below some directories in which a text stands. */
export function filesWith(text: string, ...directories: string[]): string[] {
  return directories.flatMap((directory) =>
    Object.entries(readTree(directory)).flatMap(([path, content]) =>
      content.includes(text) ? [join(directory, path)] : [],
    ),
  )
}
