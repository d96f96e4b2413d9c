import type { AnsibleVersion } from '../lab/install.ts'

/** What every Ansible does alike is tested with this one. */
export const usualAnsible: AnsibleVersion = 'newest'

export const oldestAnsible: AnsibleVersion = '2.16'

/**
 * Where versions differ, tests run on the oldest and on the newest:
 * - `live/register-user`: each version must load the role at all (a registration, on every one)
 * - `live/operations`: the oldest resolves all values of a dictionary at once, undefined ones too (each operation, once)
 * - `live/ensure-users`: the oldest evaluates once more what a lookup is given: passwords from files, programs, variables
 * - `live/hostile-names`: the oldest evaluates what a task returned, the newest tags data as trusted or not
 * - `host/passwords`, `host/set-passwords`: the same, of passwords, over SSH
 * - `tools/rendered`: what is rendered is read by both; ansible-lint reads it with 2.19
 */
export const differingAnsibles = [oldestAnsible, usualAnsible]
