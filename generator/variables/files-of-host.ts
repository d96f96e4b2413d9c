import { inventoryPlace } from '../checkout/inventory-place.ts'
import type { Source } from '../load/source.ts'

/** The files that count together, in the order in which later ones win: those of groups (and others), then the host's own. */
export function filesByHost(sources: Source[]): Source[][] {
  const placed = sources.map((source) => ({ source, place: inventoryPlace(source.file) }))
  const own = placed.flatMap(({ source, place }) =>
    place?.kind === 'host_vars' ? [{ source, root: place.root, host: `${place.root} ${place.name}` }] : [],
  )
  const shared = placed.filter(({ place }) => place?.kind !== 'host_vars')
  if (own.length === 0) return shared.length > 0 ? [shared.map(({ source }) => source)] : []
  const hosts = new Map(own.map(({ host, root }) => [host, root]))
  return [...hosts].map(([host, root]) => [
    ...shared.filter(({ place }) => place === undefined || place.root === root).map(({ source }) => source),
    ...own.filter((each) => each.host === host).map(({ source }) => source),
  ])
}
