// How Node loads the tests, see native-runtime.mjs. It runs in a thread of Node's own.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'

const [tests, program] = ['..', '../../generator/'].map((path) => new URL(path, import.meta.url).href)

/** What is imported under these names; of YAML what the program is built with (build/main.ts). */
const aliases = {
  '@jest/globals': new URL('globals.mjs', import.meta.url).href,
  yaml: new URL('../../node_modules/yaml/browser/index.js', import.meta.url).href,
}

/** The URL of what the test files of a process share ends with this. */
export const shared = '?file=0'

/** What takes long to load and keeps nothing of the test file that loads it first. */
const once = new URL('../support/once/', import.meta.url).href

/** Below test/ each test file has modules of its own, whose URLs end with its `?file=NUMBER`; the program is loaded once. */
export async function resolve(specifier, context, next) {
  const resolved = await next(aliases[specifier] ?? specifier, context)
  const [file] = /\?file=\d+$/.exec(context.parentURL ?? '') ?? []
  const isBelow = (start) => resolved.url.startsWith(start)
  if (!file || ![tests, program].some(isBelow)) return resolved
  return { ...resolved, url: `${resolved.url}${[once, program].some(isBelow) ? shared : file}` }
}

export async function load(url, context, next) {
  if (!/\.ts(\?file=\d+)?$/.test(url)) return next(url, context)
  return { format: 'module', source: await compile(fileURLToPath(url)), shortCircuit: true }
}

/** JavaScript, with a map that leads back to the lines of the file. */
export async function compile(path) {
  const { code } = await transform(await readFile(path, 'utf8'), {
    loader: 'ts',
    target: 'node20.19',
    sourcemap: 'inline',
    sourcefile: path,
    sourcesContent: false,
  })
  return code
}
