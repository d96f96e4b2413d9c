import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { execa } from 'execa'
import { startHost } from '../lab/host.ts'
import { makeDirectory } from '../support/directory.ts'
import { hostFile } from '../support/host-file.ts'
import { labPlan } from '../support/lab-workspace.ts'
import { csvOf } from '../support/passwords.ts'
import { writeSshConfig } from '../support/surfaces.ts'
import { hashPasswords } from './hash.ts'
import { alternate, type Measurement } from './measurement.ts'
import { peakMemory } from './memory.ts'
import { referenceName, registerByReference } from './reference.ts'

const rounds = 15
const program = join(import.meta.dirname, '../../dist/registrar.js')
const many = 10

/** `registrar register-user` over SSH, against Synapse's own command and against Synapse's password hash. */
export async function measureDirectly(say: (line: string) => void): Promise<Measurement[]> {
  say('  starting a host')
  const host = await startHost({ bcryptRounds: 'default' })
  const cwd = makeDirectory({ 'registrar.yml': hostFile(labPlan(host, 'synapse')) })
  try {
    const sshConfig = await writeSshConfig(host, cwd)
    const words = (username: string) => [
      program,
      'register-user',
      username,
      '--password-stdin',
      '--ssh-config',
      sshConfig,
    ]
    const options = { cwd, env: { NODE_OPTIONS: '', SSH_AUTH_SOCK: '' }, input: 'secret-password' }
    const one = (username: string) => execa(execPath, words(username), options)
    const ten = async (prefix: string) => {
      const accounts = Array.from({ length: many }, (_, index) => ({
        username: `${prefix}-${index}`,
        password: 'secret-password',
      }))
      await writeFile(join(cwd, 'people.csv'), csvOf(accounts))
      await execa(execPath, [program, 'register-user', '--from-csv', 'people.csv', '--ssh-config', sshConfig], options)
    }
    await one('first')
    await registerByReference(host, 'first-reference')
    say(`  ${rounds} rounds, one account`)
    const [ours, theirs] = await alternate(
      rounds,
      (round) => one(`o${round}`),
      (round) => registerByReference(host, `r${round}`),
    )
    say(`  ${rounds} rounds, ${many} accounts in one call`)
    const [tenOurs, hashes] = await alternate(
      rounds,
      (round) => ten(`t${round}`),
      () => hashPasswords(host, many),
    )
    const memory = await peakMemory(execPath, words('memory'), options)
    return [
      {
        what: '`registrar register-user`, over SSH',
        ours,
        reference: { name: referenceName, value: theirs },
        unit: 's',
        bar: 0.65,
      },
      { what: 'the same, largest process', ours: memory, unit: 'MiB', bar: 66 },
      // "at least 0.7 of what the hash allows" is a rate: of the time it is 1 / 0.7
      {
        what: `the same, ${many} accounts with \`--from-csv\``,
        ours: tenOurs,
        reference: { name: `Synapse's hash of ${many} passwords on all its cores`, value: hashes },
        unit: 's',
        bar: 1.43,
      },
    ]
  } finally {
    await host.stop()
    await rm(cwd, { recursive: true })
  }
}
