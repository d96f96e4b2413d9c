// What jest calls before the tests. Plain JavaScript: jest loads it as it is.
import { execFileSync } from 'node:child_process'
import { delimiter, dirname } from 'node:path'
import process from 'node:process'
import buildWhenStale from '../../build/when-stale.mjs'

export default function beforeJest() {
  buildWhenStale()
  putPythonFirst()
}

/** `python3` may be a script that looks for a Python (pyenv), which takes longer than Python itself does to start. */
function putPythonFirst() {
  const python = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim()
  process.env.PATH = `${dirname(python)}${delimiter}${process.env.PATH}`
}
