// The built program in a process that stays: each message is a run of it, and its answer how that ended. What the program
// loads is loaded once, its entry anew for each run. Plain JavaScript: Node runs it as it is.
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const [, , entry] = process.argv
const capturing = ['stdout', 'stderr']
const { argv } = process
let runs = 0

process.on('disconnect', () => process.exit()) // so that what ran of the program is written down

process.on('message', async ({ words, cwd, env }) => {
  const written = { stdout: [], stderr: [] }
  for (const name of capturing) capture(process[name], written[name])
  replaceEnvironment(env)
  process.chdir(cwd)
  process.argv = [...argv.slice(0, 1), entry, ...words]
  process.exitCode = undefined
  runs += 1
  await import(`${pathToFileURL(entry)}?${runs}`)
  const [stdout, stderr] = capturing.map((name) => Buffer.concat(written[name]).toString('utf8'))
  process.send({ exitCode: process.exitCode ?? 0, stdout, stderr })
  process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM')
})

function capture(stream, chunks) {
  stream.removeAllListeners('error')
  stream.write = (chunk, encoding, then) => {
    chunks.push(Buffer.from(chunk))
    const callback = typeof encoding === 'function' ? encoding : then
    callback?.()
    return true
  }
}

function replaceEnvironment(env) {
  for (const name of Object.keys(process.env)) if (!(name in env)) Reflect.deleteProperty(process.env, name)
  Object.assign(process.env, env)
}
