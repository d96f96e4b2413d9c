import type { Check } from './check.ts'
import { isOfSomethingElse } from './check-homeserver.ts'
import { isOutOfReach } from './explain-no-reply.ts'
import { fetchJson } from './fetch-json.ts'
import type { Target } from './find-target.ts'
import { named } from './foreign-text.ts'
import type { Get } from './get.ts'
import { error, type Problem, warning } from './problem.ts'
import { propertyOf } from './property-of.ts'
import { hostnameOf } from './server-name.ts'

/** Who answers other servers there: the homeserver of the domain, or something else. */
export async function checkFederation(domain: string, target: Target | { problem: Problem }, get: Get): Promise<Check> {
  if ('problem' in target) return { name: 'federation', url: `https://${domain}`, problems: [target.problem] }
  const { connect, name, by } = target
  const url = `https://${connect}/_matrix/key/v2/server`
  const asked = { get, by: 'servers' as const, ...(by === 'srv' ? { name: hostnameOf(name) } : {}) }
  const { data, status, problems } = await fetchJson(url, asked)
  const check = { name: 'federation', url }
  if (by === 'default' && problems.some(isOutOfReach)) return { ...check, problems: [assumedPort(connect)] }
  const calledItself = propertyOf(data, 'server_name')
  if (typeof calledItself === 'string') return { ...check, ...compareNames(calledItself, domain, connect, problems) }
  if (data === undefined && !isOfSomethingElse(status, problems)) return { ...check, problems }
  return {
    ...check,
    problems: [
      error(
        'not-a-homeserver',
        `No homeserver answers other servers at ${connect}.`,
        'Correct m.server in the server file; or the reverse proxy there does not pass /_matrix on to the federation API, or that is turned off.',
      ),
    ],
  }
}

function compareNames(
  calledItself: string,
  domain: string,
  connect: string,
  problems: Problem[],
): Pick<Check, 'found' | 'problems'> {
  const troubles = problems.filter(({ severity }) => severity === 'error')
  if (calledItself === domain) return { found: `answers as ${domain}`, problems: troubles }
  if (calledItself.toLowerCase() !== domain.toLowerCase())
    return { problems: [anotherServer(connect, calledItself, domain)] }
  const isUsual = calledItself === calledItself.toLowerCase()
  return {
    found: `answers as ${named(calledItself)}`,
    problems: isUsual ? troubles : [...troubles, capitals(calledItself)],
  }
}

function assumedPort(connect: string): Problem {
  const host = connect.replace(/:8448$/, '')
  return error(
    'port-8448-assumed',
    `Other servers connect to ${connect}, since no port is named, and nothing answers there.`,
    `Name the port, as in {"m.server": "${host}:443"}; or open port 8448 on ${host}.`,
  )
}

function anotherServer(connect: string, calledItself: string, domain: string): Problem {
  return error(
    'another-server',
    `The homeserver at ${connect} is ${named(calledItself)}, not ${domain}.`,
    "Correct m.server in the server file; or the homeserver's own server_name is wrong, which cannot be changed once it has accounts.",
  )
}

function capitals(calledItself: string): Problem {
  return warning(
    'another-letter-case',
    `The homeserver calls itself ${named(calledItself)}, with capital letters, which count in user IDs.`,
    `Write the name like that everywhere, as in @alice:${named(calledItself)}.`,
  )
}
