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
import { pathChecker } from '../write/path-checker.ts'
import { chooseHost } from './choose-host.ts'
import { inventoryOfCheckout } from './inventory-of-checkout.ts'
import { addOutputOptions, isDocument, type OutputOptions, printDocument } from './output.ts'
import { refuseHiding } from './refuse-hiding.ts'
import { note } from '../ui/verbosity.ts'

interface Options extends OutputOptions {
  file?: string
  host?: string
  vaultPasswordFile?: string
  vaultId?: string[]
  encryptVaultId?: string
  out?: string
  into?: string
  inventory?: string
}

/** `registrar vault-secrets`: encrypts the host file's secrets for Ansible. */
export function vaultSecretsCommand(setExit: (code: ExitCode) => void): Command {
  const command = new Command('vault-secrets')
    .description("encrypt the host file's secrets with ansible-vault, so that playbooks run without the originals")
    .option('-f, --file <path>', 'the host file; default: registrar.yml here or above, else hosts/*.yml')
    .option('-H, --host <name>', 'host to act on, if there are several')
    .option(
      '--vault-password-file <file>',
      "the vault's password, or a program that prints it; default: from Ansible's configuration",
    )
    .option('--vault-id <label@source...>', 'for several vaults: the password of each, as in ansible-vault')
    .option('--encrypt-vault-id <label>', 'the vault to encrypt with')
    .option('--out <directory>', "the workspace; default: the host file's directory")
    .option('--into <checkout>', 'a matrix-docker-ansible-deploy checkout instead of a workspace')
    .option('--inventory <file>', 'with --into: the inventory to use, if the checkout has several')
  return addOutputOptions(command, { out: true })
    .addHelpText(
      'after',
      '\nExamples:\n  registrar vault-secrets --vault-password-file ~/.vault-password\n  registrar vault-secrets --into ../matrix-docker-ansible-deploy',
    )
    .action(async (options: Options) => setExit(await run(options)))
}

async function run({ file, host, out, into, inventory, output, ...vaults }: Options): Promise<ExitCode> {
  const { plan, directory } = await chooseHost({
    ...(file === undefined ? {} : { file }),
    ...(host === undefined ? {} : { host }),
  })
  const root = into === undefined ? resolve(out ?? directory) : resolve(dirname(inventoryOfCheckout(into, inventory)))
  const way = join(into === undefined ? 'inventory/host_vars' : 'host_vars', plan.host, 'vault_registrar.yml')
  const path = join(root, way)
  pathChecker(root)(way)
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
  if (first !== undefined) await vault.decrypt(first) // fails on a wrong password before anything is encrypted
  const id = first === undefined ? undefined : vaultIdOf(first)
  const vaulted = new Map<string, string>()
  const secrets: { variable: string; state: string }[] = []
  for (const [name, reference] of referencesOf(plan)) {
    const secret = await resolveSecret(reference, directory)
    const previous = old.get(name)
    const isSame = previous !== undefined && (await vault.decrypt(previous)).reveal() === secret.reveal()
    vaulted.set(name, isSame ? previous : await withProgress(`Encrypting ${name}`, () => vault.encrypt(secret, id)))
    const state = isSame ? 'unchanged' : previous === undefined ? 'encrypted' : 'encrypted_again'
    secrets.push({ variable: name, state })
    note(`  ${name}: ${state.replace('_', ' ')}\n`)
  }
  const nested = nestedIn(plan)
  if (nested.length > 0)
    note(
      `  Not encrypted, since it is only a part of a variable: ${nested.join(', ')}. Ansible reads it from its source when it runs.\n`,
    )
  const text = writeVaulted(mark, vaulted)
  const isEmpty = vaulted.size === 0 && before === ''
  const written = !isEmpty && text !== before
  if (written) {
    writing(path, () => makeDirectory(dirname(path)))
    replaceFile(path, text)
  }
  if (isDocument(output))
    printDocument({ host: plan.host, file: path, written, secrets, not_encrypted: nested }, output)
  if (isEmpty) {
    note(`The host file of ${plan.host} refers to no secret that could be encrypted.\n`)
    return 0
  }
  if (plan.users?.some(({ password }) => password))
    note('  The passwords of users are not among them: ensure-users reads those from their own sources when it runs.\n')
  note(`${path}: ${written ? 'written' : 'unchanged'}\n`)
  return 0
}

/** A vault file has whole variables; a secret within one is read from its source by Ansible. */
function nestedIn({ deployment }: HostPlan): string[] {
  return deployment.kind === 'playbook' ? nestedReferences(deployment.variables ?? {}) : []
}

function encryptedWhole(path: string): AppError {
  return new AppError(
    'vault',
    `${path} is encrypted as a whole, and its variables cannot be compared; nothing was written.`,
    { hint: 'Move it away, and run this again: each secret is encrypted there by itself.' },
  )
}

function passwordsOf({ vaultPasswordFile, vaultId, encryptVaultId }: Omit<Options, 'output'>): VaultPasswords {
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
