import { join, relative, resolve } from 'node:path'
import type { Draft } from '../checkout/draft-host.ts'
import { groupVariableFiles, hostVariableFiles } from '../checkout/read-checkout.ts'
import { newestRelease } from '../dialects/index.ts'
import { readFileOr } from '../files/read-file.ts'
import { importVariables, keptFiles } from '../importing/import-variables.ts'
import { parseSource } from '../load/parse-source.ts'
import { connectionOf } from '../render/host-file.ts'
import { withCheckout } from '../variables/with-checkout.ts'
import { readVariables } from './read-variables.ts'
import type { NewFile } from './write-new.ts'

export interface Taken {
  files: NewFile[]
  notes: string[]
}

/** A host's variables: what a host file can say, and the rest byte for byte. `path` is that of the host file in `out`, `schema` for editors. */
export function takeOver(
  checkout: string,
  { out, path, schema, draft, inline }: { out: string; path: string; schema: string } & Pick<Draft, 'draft' | 'inline'>,
): Taken {
  const { domain, host, homeserver, authority, element } = draft
  const sources = readVariables(hostVariableFiles(checkout, host))
  const deployment = { kind: 'playbook', checkout: draft.checkout ?? checkout }
  const web = element === undefined ? {} : { web: { element } }
  const given = {
    domain,
    host,
    homeserver,
    ...(authority ? { authority } : {}),
    deployment,
    connection: { ...connectionOf(draft) },
    ...web,
  }
  const { known } = withCheckout(
    parseSource(resolve(out, path), `deployment: { checkout: ${JSON.stringify(deployment.checkout)} }`),
  )
  const imported = importVariables(sources, { given, release: newestRelease, ...(known ? { known } : {}) })
  return {
    files: [
      { path, text: `# yaml-language-server: $schema=${schema}\n${imported?.hostFile ?? ''}` },
      ...keptFiles(host, imported?.kept ?? []),
    ],
    notes: [
      ...inline.map(
        ({ name, place }) =>
          `${place}: ${name} stands in the inventory itself, and was not taken over: write it under extra_vars, or into inventory/host_vars/${host}/kept.yml.`,
      ),
      ...(authority === 'mas'
        ? [
            `Matrix Authentication Service owns the accounts of ${host}: say under access how it is reached (schemas/README.md).`,
          ]
        : []),
    ],
  }
}

/** What groups of hosts share stays as it is. */
export function takeGroups(checkout: string): NewFile[] {
  const inventory = join(resolve(checkout), 'inventory')
  return groupVariableFiles(resolve(checkout)).map((file) => ({
    path: join('inventory', relative(inventory, file)),
    text: readFileOr('Nothing was written. Move it away, or check its owner and mode.', file, 16).toString(),
    mode: 0o600,
  }))
}
