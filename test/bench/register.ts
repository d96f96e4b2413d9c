import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { env } from 'node:process'
import { execa } from 'execa'
import { startHost } from '../lab/host.ts'
import { installAnsible, installJust } from '../lab/install.ts'
import { labEnvironment, labPlan } from '../support/lab-workspace.ts'
import { makeWorkspace } from '../support/workspace.ts'
import { alternate, type Measurement } from './measurement.ts'
import { peakMemory } from './memory.ts'
import { referenceName, registerByReference } from './reference.ts'

const rounds = 9

/** `just register-user` over SSH, against Synapse's own command through ssh and docker exec: each makes a connection. */
export async function measureRegister(say: (line: string) => void): Promise<Measurement[]> {
  say('  starting a host')
  const host = await startHost({ bcryptRounds: 'default' })
  const workspace = makeWorkspace([labPlan(host, 'synapse')])
  const sockets = await mkdtemp(join(tmpdir(), 'rb-'))
  try {
    const bin = await installAnsible('2.19')
    const just = await installJust()
    const environment = { ...labEnvironment(host), PATH: [bin, env['PATH']].join(delimiter) }
    const run = (username: string, connection: string) => ({
      words: ['register-user', username, 'secret-password', 'no'],
      options: {
        cwd: workspace,
        env: { ...environment, ANSIBLE_SSH_CONTROL_PATH_DIR: join(sockets, connection) },
        stdin: 'ignore' as const,
        stdout: 'ignore' as const,
      },
    })
    const cold = (name: string) => run(name, name)
    const warm = (name: string) => run(name, 'warm')
    const call = ({ words, options }: ReturnType<typeof run>) => execa(just, words, options)
    await call(warm('warm'))
    await registerByReference(host, 'first')
    say(`  ${rounds} rounds, each with a connection of its own`)
    const [ours, theirs] = await alternate(
      rounds,
      (round) => call(cold(`c${round}`)),
      (round) => registerByReference(host, `r${round}`),
    )
    say(`  ${rounds} rounds over the connection that Ansible keeps for a minute`)
    const [kept, theirsAgain] = await alternate(
      rounds,
      (round) => call(warm(`w${round}`)),
      (round) => registerByReference(host, `s${round}`),
    )
    const { words, options } = cold('memory')
    const memory = await peakMemory(just, words, options)
    return [
      {
        what: '`just register-user`, through Ansible',
        ours,
        reference: { name: referenceName, value: theirs },
        unit: 's',
        bar: 2,
      },
      {
        what: 'the same, over a connection that is still open',
        ours: kept,
        reference: { name: referenceName, value: theirsAgain },
        unit: 's',
        bar: 1.35,
      },
      { what: 'the same, largest process', ours: memory, unit: 'MiB', bar: 64 },
    ]
  } finally {
    await host.stop()
    await rm(workspace, { recursive: true })
    await rm(sockets, { recursive: true })
  }
}
