import { installPackages, withDocker } from '../lab/docker.ts'
import {
  ansibleVersions,
  installAnsible,
  installDendrite,
  installJust,
  installLinters,
  installPythonChecks,
  installSynapse,
} from '../lab/install.ts'
import { LabUnavailable } from '../lab/lab-unavailable.ts'
import { installPostgres } from '../lab/postgres.ts'
import { installRootfs } from '../lab/rootfs.ts'
import { type Tier } from './tiers.ts'

const openssh = { ssh: 'openssh-client', 'ssh-agent': 'openssh-client' }

/** What must be there before a tier runs; what two of them need is installed once. */
const needs: Record<Tier, () => Promise<unknown>> = {
  pure: async () => {},
  tools: () =>
    Promise.all([
      installJust(),
      installLinters(),
      installPythonChecks(),
      installPackages({ ...openssh, openssl: 'openssl' }),
      ...ansibleVersions.map(installAnsible),
    ]),
  live: () =>
    Promise.all([
      installPackages({ openssl: 'openssl' }),
      installJust(),
      installSynapse(),
      installDendrite(),
      installPostgres(),
      ...ansibleVersions.map(installAnsible),
    ]),
  host: () =>
    Promise.all([
      installJust(),
      installRootfs(),
      installPackages(openssh),
      withDocker(async () => {}),
      ...ansibleVersions.map(installAnsible),
    ]),
}

/** Installs what the tiers need, all at once; answers with those that cannot run on this machine, and why. */
export async function prepare(wanted: readonly Tier[], say: (line: string) => void): Promise<Map<Tier, string>> {
  const missing = new Map<Tier, string>()
  const one = async (tier: Tier) => {
    try {
      await needs[tier]()
      if (tier !== 'pure') say(`The ${tier} tier is prepared`)
    } catch (error) {
      if (!(error instanceof LabUnavailable)) throw error
      missing.set(tier, error.message)
    }
  }
  await Promise.all(wanted.map(one))
  return missing
}
