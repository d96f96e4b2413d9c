import { inventoryPlace } from '../checkout/inventory-place.ts'
import { findNotAllowed } from '../dialects/allowed-values.ts'
import { explainVerdict } from '../dialects/explain-verdict.ts'
import { judgeName } from '../dialects/judge-name.ts'
import type { PlaybookNames } from '../dialects/playbook-names.ts'
import { findRawSetting } from '../dialects/raw-settings.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { shortened } from '../errors/first-hundred.ts'
import type { Source } from '../load/source.ts'
import { checkType } from './check-type.ts'
import { checkHost, checkInventory } from './check-host.ts'
import { filesByHost } from './files-of-host.ts'
import type { ReadInventory } from './read-inventory.ts'
import { problem, type Words } from './problem.ts'
import { isEncrypted, isReadable, type Variable, variablesOf } from './load-variables.ts'

/** What is wrong with hand-written files of the playbook's variables: of each its lines, and of each host the whole. */
export function checkVariables(
  sources: Source[],
  playbook: PlaybookNames,
  inventories: ReadInventory[] = [],
): Diagnostic[] {
  const isListed = ({ file }: Source) => inventories.some(({ root }) => inventoryPlace(file)?.root === root)
  const ofHosts = [
    ...filesByHost(sources.filter((source) => !isListed(source))).flatMap((files) => checkHost(files, playbook)),
    ...inventories.flatMap((inventory) => checkInventory(inventory, sources, playbook)),
  ]
  const found = [...inventories.map(({ source }) => source), ...sources].flatMap((source) =>
    [
      ...source.diagnostics,
      ...checkFile(source, playbook, inventories),
      ...ofHosts.filter(({ place }) => place.file === source.file),
    ].sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column),
  )
  return shortened(found)
}

/** Most suggestions, since each compares some thousand names. */
const mostSuggested = 1000

function checkFile(source: Source, playbook: PlaybookNames, inventories: ReadInventory[]): Diagnostic[] {
  if (isEncrypted(source)) return [notChecked(source)]
  if (!isReadable(source)) return []
  const variables = inventories.find((each) => each.source === source)?.variables ?? variablesOf(source)
  return variables.flatMap((variable, index) =>
    checkVariable(source, variable, playbook, { suggests: index < mostSuggested }),
  )
}

function checkVariable(
  source: Source,
  variable: Variable,
  playbook: PlaybookNames,
  { suggests }: { suggests: boolean },
): Diagnostic[] {
  const { name, value } = variable
  const explained = explainVerdict(name, judgeName(name, playbook, suggests), playbook.of)
  const found: [Diagnostic['code'], Words | undefined][] = [
    [explained?.code ?? 'unknown-variable', explained],
    ['wrong-type', checkType(name, value, playbook)],
    ['value-not-allowed', findNotAllowed(name, value, playbook)],
  ]
  const raw = findRawSetting(name, playbook)
  return [
    ...found.flatMap(([code, words]) => (words ? [problem(source, variable, code, words)] : [])),
    ...(raw && !isUsed(name, source)
      ? [{ ...problem(source, variable, 'unknown-variable', raw), severity: 'warning' as const }]
      : []),
  ]
}

/** An operator's own variable is used in a template somewhere. */
function isUsed(name: string, { text }: Source): boolean {
  return new RegExp(`\\{[{%][^}]*\\b${name}\\b`).test(text)
}

function notChecked({ file }: Source): Diagnostic {
  return {
    code: 'not-checked',
    severity: 'warning',
    place: { file, line: 1, column: 1, length: 0 },
    message: 'Not checked: this file is encrypted with ansible-vault.',
    hint: `To check it: ansible-vault view ${file} | registrar check-vars -`,
  }
}
