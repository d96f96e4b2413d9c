import { existsSync } from 'node:fs'

/** `templates/` beside the bundled program (dist/) and beside generator/ alike. */
export const templatesDirectory: URL = ['../templates/', '../../templates/']
  .map((path) => new URL(path, import.meta.url))
  .find((url) => existsSync(url)) as URL
