import { readIni } from '../checkout/ini-inventory.ts'
import { isYaml } from '../checkout/read-by-ourselves.ts'
import { readText } from '../checkout/read-text.ts'
import { readYamlGroups } from '../checkout/yaml-inventory.ts'
import type { Source } from '../load/source.ts'
import { opaque, type Variable, withLines } from '../variables/load-variables.ts'

/** The variables that an inventory's file itself sets, of its hosts and groups: where each is set first. */
export function ownVariables(file: string, shown: string): { source: Source; variables: Variable[] } {
  const text = readText(file)
  const source = withLines(shown, text)
  if (/^#!/.test(text)) return { source, variables: [] }
  const { groups, hostVariables } = isYaml(file, text) ? readYamlGroups(text, shown) : readIni(text)
  const names = [...[...groups.values()].map(({ variables }) => variables), ...hostVariables.values()].flatMap(
    (variables) => Object.keys(variables),
  )
  return { source, variables: [...new Set(names)].flatMap((name) => placeIn(text, name)) }
}

/** Only Ansible can read its value: text in INI may be a number. */
function placeIn(text: string, name: string): Variable[] {
  const pattern = new RegExp(`^(?!\\s*[#;]).*?(?<![\\w-])(${name.replaceAll(/[^\w]/g, '\\$&')})["']?\\s*[:=]`, 'dm')
  const [start, end] = pattern.exec(text)?.indices?.[1] ?? []
  return start === undefined || end === undefined ? [] : [{ name, start, end, value: opaque }]
}
