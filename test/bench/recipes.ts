import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type AnsibleVersion, installAnsible, installJust } from '../lab/install.ts'
import { runCommand } from '../support/workspace.ts'
import { type Measurement, median, seconds } from './measurement.ts'
import { withAdmin } from './with-admin.ts'

const rounds = 7

/** Recipes on the lab's host, against the least that a play can be, over the connection that Ansible keeps: time, and CPU time on this machine. */
export async function measureRecipes(say: (line: string) => void): Promise<Measurement[]> {
  say('  starting a host')
  // with quick hashes, since the least play has none
  return withAdmin({}, async ({ env, workspace }) => {
    const root = await workspace()
    await writeFile(join(root, 'least.yml'), leastPlay)
    const measurements: Measurement[] = []
    for (const version of ['2.16', '2.19'] as const) {
      say(`  ${rounds} rounds with ansible-core ${version}`)
      await installAnsible(version)
      measurements.push(...(await measureWith(version, timedPlays(root, version, env))))
    }
    return measurements
  })
}

interface Cost {
  wall: number
  cpu: number
}

type Play = (command: string, words: string[]) => Promise<Cost>

async function measureWith(version: AnsibleVersion, play: Play): Promise<Measurement[]> {
  const just = await installJust()
  const name = (word: string, round: number) => `${word}${version.replace('.', '-')}-${round}`
  const kinds: Record<string, (round: number) => Promise<Cost>> = {
    least: () => play('ansible-playbook', ['-i', 'inventory/hosts', 'least.yml']),
    'register-user': (round) => play(just, ['register-user', name('r', round), 'secret-password', 'no']),
    'promote-admin': (round) => play(just, ['promote-admin', name('r', round)]),
  }
  const costs = new Map<string, Cost[]>(Object.keys(kinds).map((kind) => [kind, []]))
  await kinds['least']?.(0) // makes the connection
  for (let round = 0; round < rounds; round++)
    for (const [kind, run] of Object.entries(kinds)) costs.get(kind)?.push(await run(round))
  const middle = (kind: string, of: keyof Cost) => median((costs.get(kind) ?? []).map((cost) => cost[of]))
  return ['register-user', 'promote-admin'].flatMap((kind): Measurement[] => [
    {
      what: `\`just ${kind}\`, ansible-core ${version}`,
      ours: middle(kind, 'wall'),
      reference: { name: leastName, value: middle('least', 'wall') },
      unit: 's',
      bar: 1.15,
    },
    {
      what: 'the same, CPU time of this machine',
      ours: middle(kind, 'cpu'),
      reference: { name: 'the same play', value: middle('least', 'cpu') },
      unit: 's',
      bar: 1.1,
    },
  ])
}

/** Runs a command with a real Ansible, and measures what it cost with all its children. */
function timedPlays(root: string, ansible: AnsibleVersion, env: Record<string, string>): Play {
  return async (command, words) => {
    let output = ''
    const wall = await seconds(async () => {
      const run = await runCommand(
        'bash',
        ['-c', 'TIMEFORMAT="cpu %U %S"; time "$@"', 'bash', command, ...words],
        root,
        { ansible, env, alone: true },
      )
      if (run.exitCode !== 0) throw new Error(run.output)
      output = run.output
    })
    const [, user, system] = /^cpu ([\d.]+) ([\d.]+)$/m.exec(output) ?? []
    return { wall, cpu: Number(user) + Number(system) }
  }
}

const leastName = 'the least that Ansible takes: a play whose one task runs `true` there'

const leastPlay = `- hosts: all
  gather_facts: false
  vars: { ansible_pipelining: true }
  tasks: [{ ansible.builtin.command: { argv: ['true'] } }]
`
