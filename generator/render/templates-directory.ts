import { existsSync } from 'node:fs'

/** `templates/`, which is next to both dist/ and generator/. */
export const templatesDirectory: URL = ['../templates/', '../../templates/']
  .map((path) => new URL(path, import.meta.url))
  .find((url) => existsSync(url)) as URL
