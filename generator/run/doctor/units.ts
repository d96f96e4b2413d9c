import { authorities } from '../../authorities/index.ts'
import { type Failure, failures } from '../../operations/failures.ts'
import { ask, type Host } from '../host.ts'
import { type Facts, fillFacts } from '../result.ts'
import { bad, type Finding, good } from './finding.ts'

export type CommandHost = Pick<Host, 'name' | 'transport' | 'become'>

/** `needed`: required for operations; the others, such as the database, may be elsewhere. */
export interface Services {
  needed: string[]
  others: string[]
}

/** The systemd units, as operations would start them. */
export async function lookAtUnits(host: CommandHost, { needed, others }: Services): Promise<Finding[]> {
  const answer = await ask(host, [
    'systemctl',
    'show',
    '--property=Id,LoadState,ActiveState,SubState',
    '--',
    ...needed,
    ...others,
  ])
  if (!answer.stdout.includes('ActiveState=')) {
    const detail = `systemctl does not work here (${lastLine(answer.stderr) || `it ended with ${answer.exitCode}`})`
    return [
      { check: 'service', state: 'warning', detail, next: `A stopped ${needed.join(' or ')} could not be started.` },
    ]
  }
  return answer.stdout
    .trim()
    .split(/\n\n+/)
    .flatMap((block) => judgeUnit(propertiesOf(block), { host: host.name, needed }))
}

function judgeUnit(
  { Id: service = '', LoadState: load, ActiveState: state, SubState: sub }: Record<string, string>,
  { host, needed }: { host: string; needed: string[] },
): Finding[] {
  if (state === 'active') return [good('service', `${service} is active (${sub})`)]
  const facts = { service, host }
  if (load !== 'not-found')
    return [
      bad(
        'service',
        `${service} is ${state} (${sub})`,
        `Start it: systemctl start ${service}. Why it stopped: journalctl -u ${service}.`,
      ),
    ]
  return needed.includes(service)
    ? [bad('service', words('not_installed', facts).message, words('not_installed', facts).hint)]
    : []
}

/** Docker itself, and the containers of these services. */
export async function lookAtContainers(host: CommandHost, services: Services): Promise<Finding[]> {
  const version = await ask(host, ['docker', 'version', '--format', '{{.Server.Version}}'])
  if (version.exitCode !== 0) {
    const { message, hint } = words('tool_missing', { host: host.name, detail: `docker: ${lastLine(version.stderr)}` })
    return [
      bad(
        'docker',
        message,
        `${hint} Check that it is running (systemctl status docker), and that the user may use it (connection.become).`,
      ),
    ]
  }
  const list = await ask(host, [
    'docker',
    'ps',
    '--all',
    '--filter',
    'name=matrix-',
    '--format',
    '{{.Names}}\t{{.Image}}\t{{.Status}}',
  ])
  const running = new Map(
    list.stdout
      .trim()
      .split('\n')
      .map((line) => line.split('\t'))
      .map(([name = '', image = '', status = '']) => [name, { image, status }]),
  )
  const containers = [...services.needed, ...services.others].map(nameOf)
  const unsaid = Object.values(authorities)
    .map(({ settings }) => nameOf(String(settings['service']?.playbook)))
    .filter((name) => running.has(name) && !containers.includes(name))
  const instead =
    unsaid.length > 0 ? ` Running there: ${unsaid.join(' and ')}. Check homeserver and authority in the host file.` : ''
  return [
    good('docker', `Docker ${version.stdout.trim()}`),
    ...containers.flatMap((name) => {
      const found = running.get(name)
      if (found)
        return [
          found.status.startsWith('Up')
            ? good('container', `${name}: ${found.image}, ${found.status}`)
            : bad('container', `${name}: ${found.image}, ${found.status}`, `Why: journalctl -u ${name}.service.`),
        ]
      return services.needed.includes(`${name}.service`)
        ? [
            bad(
              'container',
              `There is no container ${name}`,
              `It exists while its service runs: systemctl start ${name}.service.${instead}`,
            ),
          ]
        : []
    }),
  ]
}

function nameOf(service: string): string {
  return service.replace(/\.service$/, '')
}

export function words(failure: Failure, facts: Facts): { message: string; hint: string } {
  const { message, hint } = failures[failure]
  return { message: fillFacts(message, facts).replace(/\.$/, ''), hint: fillFacts(hint, facts) }
}

function propertiesOf(block: string): Record<string, string> {
  return Object.fromEntries(block.split('\n').map((line) => line.split('=', 2) as [string, string]))
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}
