import { AppError } from '../errors/app-error.ts'
import type { Examination } from '../run/doctor/examine.ts'
import { editHostFile } from './access-file.ts'
import type { SettingUp, Steps } from './setup-access.ts'

/** mas-cli on the host: whoever may run it there has admin access already. */
export async function setUpCli(setting: SettingUp, current: Examination): Promise<Steps> {
  const { plan, directory, options, examine } = setting
  const given = (['as', 'username', 'keep', 'read'] as const).find(
    (name) => options[name] !== undefined && !options.client,
  )
  if (given)
    throw new AppError('usage', `--${given} has no meaning here: mas-cli needs neither an account nor a token.`, {
      hint: 'Leave it out.',
    })
  const { client, cli } = plan.access
  const trouble = ({ findings }: Examination) =>
    findings.find(({ check, state }) => state === 'bad' && check === (client ? 'Admin API' : 'mas-cli')) ??
    findings.find(({ state }) => state === 'bad')
  if (client || cli) {
    const found = trouble(current)
    const key = client ? 'access.client' : 'access.cli'
    throw new AppError('access-useless', `${key} in ${plan.source} does not work: ${found?.detail ?? ''}.`, {
      hint: `${found?.next ?? ''} ${client ? "The playbook's next run sets that client up. To use mas-cli instead, remove access.client, and run this again." : ''}`.trim(),
    })
  }
  const edited = await editHostFile(plan.source, directory, { cli: '{}' })
  const seen = await examine(edited.plan)
  if (!seen.works.includes('cli')) {
    const found = trouble(seen)
    throw new AppError('access-useless', `mas-cli on the host does not work: ${found?.detail ?? ''}.`, {
      hint: `${found?.next ?? ''} Or make a client of the Admin API: registrar setup-access --client.`.trim(),
    })
  }
  return {
    steps: [
      'Use mas-cli on the host, which answers: no account and no token is needed.',
      `Write access.cli into ${plan.source}.`,
    ],
    carryOut: async () => edited.write(),
  }
}
