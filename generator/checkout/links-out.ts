import { existsSync, realpathSync } from 'node:fs'
import { inventoryPlace } from './inventory-place.ts'
import { isInside } from './variable-files.ts'

/** Which files of inventories lie elsewhere, since they or a directory on the way is a link: a sentence for each. */
export function linksOut(files: string[]): string[] {
  return files.flatMap((file) => {
    const place = inventoryPlace(file)
    return place === undefined || !existsSync(file) || isInside(place.root, file)
      ? []
      : [`${file} is a link to ${realpathSync(file)}, outside of ${place.root}; Ansible reads it all the same.`]
  })
}
