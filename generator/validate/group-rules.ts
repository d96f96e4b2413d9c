import { authorities } from '../authorities/index.ts'
import { serverNamesOf } from '../authorities/names.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import type { HostConfig } from '../generated/host-config.ts'
import { placeOf } from './place-of.ts'
import { conflict } from './problem.ts'
import type { Checked } from './rules.ts'

/** Rules for lists of accounts. */
export const groupRules: ((checked: Checked) => Diagnostic[])[] = [groupsAreOneFile, leaversAreOfAGroup, serverCan]

type Place = (key: string) => Diagnostic['place']
type UsersFile = Exclude<NonNullable<HostConfig['users_files']>[number], string>

function groupsAreOneFile(checked: Checked): Diagnostic[] {
  const firsts = new Map<string, string>()
  return ofEach(checked, ({ group, file }, place) => {
    const first = group === undefined ? undefined : firsts.get(group)
    if (group !== undefined && first === undefined) firsts.set(group, file)
    if (first === undefined) return []
    return [
      conflict(place('group'), `${group} is already the group of ${first}.`, 'Give each file a group of its own.'),
    ]
  })
}

function leaversAreOfAGroup(checked: Checked): Diagnostic[] {
  return ofEach(checked, ({ group, leavers }, place) =>
    leavers === undefined || group !== undefined
      ? []
      : [conflict(place('leavers'), 'leavers has no effect without a group.', 'Add group, or leave it out.')],
  )
}

function serverCan(checked: Checked): Diagnostic[] {
  const words = serverNamesOf(checked.config).flatMap((name) => authorities[name].lacks.users.state ?? [])
  const states = { lock: 'locked', deactivate: 'deactivated' }
  return ofEach(checked, ({ leavers }, place) =>
    leavers === undefined || leavers === 'report'
      ? []
      : words.map((word) => conflict(place('leavers'), ...word(states[leavers]))),
  )
}

function ofEach(
  { source, document, config: { users_files: files = [] } }: Checked,
  check: (file: UsersFile, place: Place) => Diagnostic[],
): Diagnostic[] {
  return files.flatMap((file, index) =>
    typeof file === 'string'
      ? []
      : check(file, (key) => placeOf(source, document, ['users_files', String(index), key])),
  )
}
