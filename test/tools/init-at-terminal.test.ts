import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clear, ctrlC, ctrlD, down, registrarAtTerminal } from '../support/at-terminal.ts'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const questions = {
  domain: 'Matrix server name',
  host: 'Host name of the server (matrix.example.com)',
  homeserver: 'Homeserver',
  local: 'on the Matrix server itself? (y/N)',
  user: 'User to log in as (root)',
}

const usual: [string, string][] = [
  [questions.domain, 'example.com'],
  [questions.host, ''],
  [questions.homeserver, ''],
  [questions.local, ''],
  [questions.user, ''],
]

const init = (answers: [string, string][], cwd: string, env = {}) =>
  registrarAtTerminal(['init'], answers, { cwd, env })

it.each(['xterm', 'dumb'])('asks a few questions, takes Enter for what is in brackets, with TERM=%s', async (TERM) => {
  const cwd = makeDirectory()
  const { exitCode, output } = await init(usual, cwd, { TERM })
  expect(output).toContain('registrar.yml: written')
  expect(exitCode).toBe(0)
  expect(readFileSync(join(cwd, 'registrar.yml'), 'utf8')).toContain('host: matrix.example.com\n')
  expect(await registrar(['validate'], { cwd })).toMatchObject({ exitCode: 0 })
})

it.each([
  ['xterm', '', clear],
  ['dumb', 'dendrite', ''],
])('asks again, with the reason, when an answer cannot be, with TERM=%s', async (TERM, choice, before) => {
  const cwd = makeDirectory()
  const answers: [string, string][] = [
    [questions.domain, 'exa mple.com'],
    ['"exa mple.com" is not a Matrix server name, such as example.com.', `${before}example.com`],
    [questions.host, ''],
    [questions.homeserver, choice || down],
    [questions.local, 'perhaps'],
    ['Please answer y or n.', `${before}n`],
    [questions.user, '127.0.0.1'],
    ['"127.0.0.1" is not a username, such as root.', `${before}deploy`],
  ]
  expect(await init(answers, cwd, { TERM })).toMatchObject({ exitCode: 0 })
  const written = readFileSync(join(cwd, 'registrar.yml'), 'utf8')
  expect(written).toMatch(/domain: example\.com\n[^]*homeserver: dendrite\n[^]*user: deploy/)
})

it.each([
  ['Ctrl-C', 'xterm', ctrlC],
  ['Ctrl-D', 'xterm', ctrlD],
  ['Ctrl-C', 'dumb', ctrlC],
])('writes nothing after %s, with TERM=%s', async (_key, TERM, key) => {
  const cwd = makeDirectory()
  const { output, exitCode } = await init([[questions.domain, key]], cwd, { TERM })
  expect(exitCode).toBe(130)
  expect(output).toContain('Cancelled. No changes were made.')
  expect(output).not.toContain('this is a bug')
  expect(existsSync(join(cwd, 'registrar.yml'))).toBe(false)
})
