import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BecomePlan } from '../../../generator/plan/host-plan.ts'
import { type Cases, registered } from './lab.ts'

const fromEnvironment: BecomePlan = { enabled: true, password: { env: 'BECOME' } }

const whatToDo = 'Set connection.become.password in the host file, or add --ask-become-pass'

export const sudo: Cases = {
  'without a password': () => ({ user: 'deploy', ...registered }),
  'without a password, though one was given': () => ({
    user: 'deploy',
    become: fromEnvironment,
    env: { BECOME: 'needless secret' },
    ...registered,
  }),
  'with a password from the environment': ({ host }) => ({
    user: 'deploypw',
    become: fromEnvironment,
    env: { BECOME: host.sudoPassword },
    ...registered,
  }),
  'with a password from a file': ({ host, directory }) => {
    const file = join(directory, 'become')
    writeFileSync(file, `${host.sudoPassword}\n`)
    return { user: 'deploypw', become: { enabled: true, password: { file } }, ...registered }
  },
  'with a password from a command': ({ host }) => ({
    user: 'deploypw',
    become: { enabled: true, password: { command: ['printenv', 'BECOME'] } },
    env: { BECOME: host.sudoPassword },
    ...registered,
  }),
  'with a password that is typed': ({ host }) => ({
    user: 'deploypw',
    words: ['--ask-become-pass'],
    typed: [['Password for sudo on synapse.example.org', host.sudoPassword]],
    ...registered,
  }),
  'with a password that nobody is there to type': () => ({
    user: 'deploypw',
    words: ['--ask-become-pass'],
    says: ['There is no terminal to ask for the password of sudo.', 'connection.become.password'],
    exitCode: 2,
  }),
  'with a password that nobody gave': () => ({
    user: 'deploypw',
    says: ['sudo on synapse.example.org refused: sudo: a password is required.', whatToDo],
    exitCode: 3,
  }),
  'with a password that is wrong': () => ({
    user: 'deploypw',
    become: fromEnvironment,
    env: { BECOME: 'wrong secret' },
    says: [
      'sudo on synapse.example.org refused: sudo: no password was provided sudo: 1 incorrect password attempt.',
      whatToDo,
    ],
    exitCode: 3,
  }),
  'with a password that is only in a vault': () => ({
    user: 'deploypw',
    become: { enabled: true, password: { ansible_var: 'vault_become' } },
    says: ['vault_become, which only Ansible can read'],
    exitCode: 2,
  }),
  'by somebody who may not': () => ({
    user: 'nosudo',
    says: ['sudo on synapse.example.org refused: sudo: a password is required.'],
    exitCode: 3,
  }),
  'by somebody who may not, with their password': ({ nosudoPassword }) => ({
    user: 'nosudo',
    become: fromEnvironment,
    env: { BECOME: nosudoPassword },
    says: ['sudo on synapse.example.org refused: nosudo is not in the sudoers file', whatToDo],
    exitCode: 3,
  }),
  'to a user that is not there': () => ({
    user: 'deploy',
    become: { enabled: true, user: 'nobody-here' },
    says: ['refused: sudo: unknown user nobody-here'],
    exitCode: 3,
  }),
  'not at all, though it is needed': () => ({
    user: 'nosudo',
    become: { enabled: false },
    words: ['--ready-timeout', '1'],
    says: ['error: '],
    exitCode: 3,
  }),
}
