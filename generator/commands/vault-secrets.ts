import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Command } from 'commander'
import { AppError, type ExitCode } from '../errors/app-error.ts'
import { isVaulted } from '../checkout/read-text.ts'
import type { HostPlan, SecretReference } from '../plan/host-plan.ts'
import { nestedReferences } from '../plan/nested-references.ts'
import { isReference, settingOverrides } from '../plan/setting-overrides.ts'
import { settingVariable } from '../render/setting-variable.ts'
import type { VaultPasswords } from '../secrets/ansible-vault.ts'
import { readVaulted, vaultIdOf, writeVaulted } from '../secrets/vault-file.ts'
import { withProgress } from '../ui/progress.ts'
import { mark } from '../version.ts'
import { makeDirectory } from '../files/make-directory.ts'
import { readFileOr } from '../files/read-file.ts'
import { replaceFile } from '../files/replace-file.ts'
import { writing } from '../files/system-error.ts'
import { wayChecker } from '../write/way.ts'
import { chooseHost } from './choose-host.ts'
import { inventoryOfCheckout } from './inventory-of-checkout.ts'
import { refuseHiding } from './refuse-hiding.ts'
import { note } from '../ui/verbosity.ts'

interface Options {
  file?: string
  host?: string
  vaultPasswordFile?: string
  vaultId?: string[]
  encryptVaultId?: string
  out?: string
  into?: string
  inventory?: string
}

/** `registrar vault-secrets`: what the host file refers to, encrypted for Ansible. */
export function vaultSecretsCommand(setExit: (code: ExitCode) => void): Command {
  return new Command('vault-secrets')
    .description("encrypt the host file's secrets with ansible-vault, so that playbooks run without the originals")
    .option('-f, --file <file>', 'the host file; default: registrar.yml here or above, else hosts/*.yml')
    .option('-H, --host <name>', 'host to act on, if there are several')
    .option(
      '--vault-password-file <file>',
      "the vault's password, or a program that prints it; default: what Ansible's configuration says",
    )
    .option('--vault-id <label@source...>', 'several vaults: a password each, as ansible-vault takes them')
    .option('--encrypt-vault-id <label>', 'which of them encrypts')
    .option('-o, --out <directory>', "the workspace; default: the host file's directory")
    .option('--into <checkout>', 'a matrix-docker-ansible-deploy checkout instead of a workspace')
    .option('--inventory <file>', 'with --into: the inventory to use, if the checkout has several')
    .addHelpText(
      'after',
      '\nExamples:\n  registrar vault-secrets --vault-password-file ~/.vault-password\n  registrar vault-secrets --into ../matrix-docker-ansible-deploy',
    )
    .action(async (options: Options) => setExit(await run(options)))
}

async function run({ file, host, out, into, inventory, ...vaults }: Options): Promise<ExitCode> {
  const { plan, directory } = await chooseHost({
    ...(file === undefined ? {} : { file }),
    ...(host === undefined ? {} : { host }),
  })
  const root = into === undefined ? resolve(out ?? directory) : resolve(dirname(inventoryOfCheckout(into, inventory)))
  const way = join(into === undefined ? 'inventory/host_vars' : 'host_vars', plan.host, 'vault_registrar.yml')
  const path = join(root, way)
  wayChecker(root)(way)
  refuseHiding(plan.host, dirname(dirname(path)))
  const before = existsSync(path) ? readFileOr('Move it away; nothing was written.', path, 16).toString() : ''
  if (isVaulted(before)) throw encryptedWhole(path)
  const old = readVaulted(before)
  const [{ ansibleVault }, { resolveSecret }] = await Promise.all([
    import('../secrets/ansible-vault.ts'),
    import('../secrets/resolve-secret.ts'),
  ]) // with processes: other commands start without
  const vault = ansibleVault(passwordsOf(vaults))
  const [first] = old.values()
  if (first !== undefined) await vault.decrypt(first) // a wrong password is told before anything is encrypted
  const id = first === undefined ? undefined : vaultIdOf(first)
  const vaulted = new Map<string, string>()
  for (const [name, reference] of referencesOf(plan)) {
    const secret = await resolveSecret(reference, directory)
    const known = old.get(name)
    const isSame = known !== undefined && (await vault.decrypt(known)).reveal() === secret.reveal()
    vaulted.set(name, isSame ? known : await withProgress(`Encrypting ${name}`, () => vault.encrypt(secret, id)))
    note(`  ${name}: ${isSame ? 'unchanged' : known === undefined ? 'encrypted' : 'encrypted anew'}\n`)
  }
  tellNested(plan)
  if (vaulted.size === 0 && before === '') {
    note(`The host file of ${plan.host} refers to no secret that could be encrypted.\n`)
    return 0
  }
  if (plan.users?.some(({ password }) => password))
    note('  The passwords of users are not among them: ensure-users reads those from their own sources when it runs.\n')
  const text = writeVaulted(mark, vaulted)
  writing(path, () => makeDirectory(dirname(path)))
  if (text !== before) replaceFile(path, text)
  note(`${path}: ${text === before ? 'unchanged' : 'written'}\n`)
  return 0
}

/** A vault file has whole variables; a secret within one is read from its source by Ansible. */
function tellNested({ deployment }: HostPlan): void {
  const nested = deployment.kind === 'playbook' ? nestedReferences(deployment.variables ?? {}) : []
  if (nested.length === 0) return
  note(
    `  Not encrypted, since it is only a part of a variable: ${nested.join(', ')}. Ansible reads it from its source when it runs.\n`,
  )
}

function encryptedWhole(path: string): AppError {
  return new AppError(
    'vault',
    `${path} is encrypted as a whole, and its variables cannot be compared; nothing was written.`,
    { hint: 'Move it away, and run this again: each secret is encrypted there by itself.' },
  )
}

function passwordsOf({ vaultPasswordFile, vaultId, encryptVaultId }: Options): VaultPasswords {
  return {
    ...(vaultPasswordFile === undefined ? {} : { passwordFile: vaultPasswordFile }),
    ...(vaultId === undefined ? {} : { ids: vaultId }),
    ...(encryptVaultId === undefined ? {} : { encryptId: encryptVaultId }),
  }
}

/** Every variable whose value is a secret that we can read; what is kept in a variable of Ansible is in its vault already. */
function referencesOf(plan: HostPlan): [string, SecretReference][] {
  const { deployment, become } = plan
  const access = Object.entries(settingOverrides(plan)).flatMap(([name, value]): [string, SecretReference][] =>
    isReference(value) ? [[settingVariable(plan.authority, name), value.reference]] : [],
  )
  const variables = deployment.kind === 'playbook' ? Object.entries(deployment.variables ?? {}) : []
  const references = variables.flatMap(([name, planned]): [string, SecretReference][] =>
    'reference' in planned ? [[name, planned.reference]] : [],
  )
  const all = [
    ...references,
    ...access,
    ...(become.password ? [['ansible_become_password', become.password] satisfies [string, SecretReference]] : []),
  ]
  return all.filter(([, reference]) => !('ansible_var' in reference))
}
