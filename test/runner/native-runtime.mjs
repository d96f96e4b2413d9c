// jest's runtime, but Node loads the tests and what they import. jest would load all of the program anew for each test file,
// into a context whose globals are slow. Plain JavaScript: jest loads it as it is.
import asyncHooks from 'node:async_hooks'
import { createRequire, register } from 'node:module'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import Runtime from 'jest-runtime'

register('./loader.mjs', import.meta.url)
process.setSourceMapsEnabled(true)

const require = createRequire(import.meta.url)
let files = 0

/**
 * Each time that it is loaded, jest-circus makes a context of the test that runs, which goes along with every promise: that of
 * the test file before ends here.
 */
const contexts = []
const { AsyncLocalStorage } = asyncHooks
Object.defineProperty(asyncHooks, 'AsyncLocalStorage', {
  value: class extends AsyncLocalStorage {
    constructor(...words) {
      super(...words)
      for (const context of contexts.splice(0, contexts.length, this)) context.disable()
    }
  },
})

export default class NativeRuntime extends Runtime {
  unstable_shouldLoadAsEsm() {
    return true
  }

  async unstable_importModule(path) {
    globalThis.jest = this.requireModuleOrMock(path, '@jest/globals').jest
    files += 1
    await import(`${pathToFileURL(path)}?file=${files}`)
  }

  /** jest-circus, which begins anew for each test file. */
  requireInternalModule(path) {
    Reflect.deleteProperty(require.cache, path)
    return require(path)
  }

  /** It would replace Node's own. */
  installGetBuiltinModule() {}
}
