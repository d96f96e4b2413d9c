import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { makeDirectory } from './directory.ts'
import { startPython } from './python-runner.ts'

const files = join(import.meta.dirname, '../../roles/matrix_users/files')

/** Notes what it is asked for, and answers as ANSWERS says of the action, once the service runs. */
const program = `
import json, os, sys
sent, *_, request = sys.stdin.read().split("\\n")
loader, sources, _ = json.loads(sent)
exec(loader)
sys.meta_path.insert(0, Sent("matrix_server", sources))
from matrix_server.reports import Reports
asked = json.loads(request)
with open("asked", "a") as file:
    file.write(json.dumps(asked) + "\\n")
answers = json.loads(os.environ["ANSWERS"]) if os.path.exists("running") else {}
result = answers.get(asked["action"], {"signs": ["connect/refused"], "facts": {}})
reports = Reports(asked["reporting"], asked.get("check"))
print(json.dumps({"results": [reports.report(asked["action"], asked.get("accounts", [{}])[0], result)]}))
`

/** A service that \`start\` starts, unless a file \`stuck\` or \`masked\` says otherwise. */
const systemctl = `#!/bin/sh
case $1 in
show)
  if [ -e missing ]; then echo LoadState=not-found; else echo LoadState=loaded; fi
  if [ -e running ]; then echo ActiveState=active; else echo ActiveState=inactive; fi ;;
start)
  if [ -e masked ]; then echo 'Unit is masked.' >&2; exit 1; fi
  [ -e stuck ] || touch running ;;
esac
`

/** Host commands as the role installs them, in a new directory, next to a server that is one small program; Python starts sooner without what is installed. */
export function installCommands(server = ['python3', '-S', '-c', program]): string {
  const settings = {
    python: server,
    config: [],
    url: '',
    service: 'matrix-synapse.service',
    admin_token: '',
    admin_username: '',
    admin_password: '',
    prefer_database: false,
    token_page: '',
    token_page_secret: '',
  }
  const host = {
    host: 'matrix.example.org',
    authority: 'synapse',
    domain: 'example.org',
    element_url: '',
    ready_timeout: 3,
    settings,
  }
  const directory = makeDirectory({ 'lib/host.json': JSON.stringify(host), 'path/systemctl': systemctl })
  const paths = readdirSync(files, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(py|sh|json)$/.test(path))
  const texts = Object.fromEntries(paths.map((path) => [path, readFileSync(join(files, path), 'utf8')]))
  writeFileSync(join(directory, 'lib/program.json'), JSON.stringify(texts))
  mkdirSync(join(directory, 'bin'))
  cpSync(join(files, 'host_command.py'), join(directory, 'bin/register-user'))
  for (const path of ['bin/register-user', 'path/systemctl']) chmodSync(join(directory, path), 0o755)
  return directory
}

export interface Call {
  /** What comes on standard input. */
  input?: string
  /** A person types it on a terminal. */
  isTyped?: boolean
  /** What the server answers, by action. */
  answers?: Record<string, { signs: string[]; facts: Record<string, unknown> }>
  /** The service is stopped; `stuck`: it does not answer after its start either; `masked`: it cannot be started. */
  stopped?: 'starts' | 'stuck' | 'masked' | 'missing'
}

interface Ended {
  exitCode: number
  stdout: string
  stderr: string
}

/** Runs host commands, one after the other; with what the server was asked. */
export function hostCommands(directory = installCommands()) {
  const env = { PATH: `${join(directory, 'path')}${delimiter}${process.env['PATH']}` }
  const python = startPython('command-runner.py', join(directory, 'bin'))
  let last: Promise<unknown> = Promise.resolve()
  const runNow = async (name: string, words: string[], { input = '', isTyped = false, answers, stopped }: Call) => {
    for (const file of ['asked', 'running', 'stuck', 'masked', 'missing'])
      rmSync(join(directory, file), { force: true })
    if (stopped !== 'starts') writeFileSync(join(directory, stopped ?? 'running'), '')
    const call = { name, words, input, isTyped, env: { ...env, ANSWERS: JSON.stringify(answers ?? {}) } }
    const ended = (await python.ask({ ...call, directory })) as Ended
    const asked = existsSync(join(directory, 'asked')) ? readFileSync(join(directory, 'asked'), 'utf8') : ''
    const requests = asked.split('\n').filter(Boolean)
    return { ...ended, asked: requests.map((line) => JSON.parse(line) as Record<string, unknown>) }
  }
  return {
    run: (name: string, words: string[], call: Call = {}) => {
      const run = last.then(() => runNow(name, words, call))
      last = run.catch(() => {})
      return run
    },
    end: python.end,
  }
}
