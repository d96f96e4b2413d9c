import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import type { LabHost } from '../lab/host.ts'
import { count } from '../lab/tally.ts'
import type { Account } from './password-bars.ts'
import { isLine } from './passwords.ts'

export interface HostCommandCall extends Account {
  words?: string[]
  /** The password is typed as an argument; otherwise it comes on standard input. */
  typed?: boolean
}

export const hostCommand = '/matrix/registrar/bin/register-user'

/** Stands on the host, and runs the host command once for each call: a connection for each would take most of the time. */
const oneByOne = `
import json, subprocess, sys
from concurrent.futures import ThreadPoolExecutor

def run(call):
    words = [*call.get("words", []), *(["--"] if call.get("typed") else []), call["username"], *([call["password"], "0"] if call.get("typed") else [])]
    stdin = "" if call.get("typed") else call["password"] + "\\n"
    done = subprocess.run(["${hostCommand}", "--json", *words], input=stdin.encode(), capture_output=True)
    return {"stdout": done.stdout.decode(), "stderr": done.stderr.decode()}

with ThreadPoolExecutor(3) as pool:
    json.dump(list(pool.map(run, json.load(sys.stdin.buffer))), sys.stdout)
`

/** What the host command printed for each call. */
export async function callHostCommand(
  host: LabHost,
  calls: HostCommandCall[],
): Promise<{ stdout: string; stderr: string }[]> {
  count('host command', calls.length)
  const given = calls.map((call) => ({ ...call, typed: call.typed || !isLine(call.password) }))
  return (await runPython(host, oneByOne, given)) as { stdout: string; stderr: string }[]
}

/** What came of each account when one call of the host command registered them all. */
export async function callHostCommandInBulk(host: LabHost, accounts: Account[]): Promise<string[]> {
  count('host command')
  const driver = await readFile(join(import.meta.dirname, 'host-command-in-bulk.py'), 'utf8')
  const given = accounts.map((account) => ({ ...account, typed: !isLine(account.password) }))
  return (await runPython(host, driver, given)) as string[]
}

async function runPython(host: LabHost, program: string, input: unknown): Promise<unknown> {
  const { stdout } = await execa('docker', ['exec', '--interactive', host.containerId, 'python3', '-c', program], {
    input: JSON.stringify(input),
    maxBuffer: 100_000_000,
  })
  return JSON.parse(stdout) as unknown
}
