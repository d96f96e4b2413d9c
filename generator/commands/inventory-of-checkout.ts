import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chooseInventory } from '../checkout/choose-inventory.ts'
import { AppError } from '../errors/app-error.ts'

/** The inventory that is written to: the one that --inventory names, or the only one of the checkout. */
export function inventoryOfCheckout(checkout: string, named?: string): string {
  if (existsSync(join(checkout, 'setup.yml'))) return chooseInventory(checkout, named)
  throw new AppError('not-a-checkout', `${checkout} is not a checkout of the playbook: there is no setup.yml in it.`, {
    hint: 'Name the directory that matrix-docker-ansible-deploy was cloned into, or use --out for a workspace of its own.',
  })
}
