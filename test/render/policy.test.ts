import fc from 'fast-check'
import { releases } from '../../generator/dialects/dialect.ts'
import { judgeName } from '../../generator/dialects/judge-name.ts'
import { namesOf } from '../../generator/dialects/names.ts'
import { parseSource } from '../../generator/load/parse-source.ts'
import { planHost } from '../../generator/plan/plan-host.ts'
import { playbookVariables } from '../../generator/render/host-variables.ts'
import { findDeadly } from '../../generator/dialects/deadly.ts'
import { validateSource } from '../../generator/validate/validate-source.ts'

const mode = fc.constantFrom('closed', 'token', 'email', 'captcha', 'open')
const captcha = fc.record({ provider: fc.constantFrom('recaptcha', 'hcaptcha'), site_key: fc.stringMatching(/^[a-z0-9-]{1,30}$/), secret_key: fc.constantFrom({ env: 'KEY' }, { file: 'key' }, { ansible_var: 'key' }) })
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const hosts = fc.record({
  version: fc.constant(1),
  domain: fc.constant('example.com'),
  host: fc.constant('matrix.example.com'),
  homeserver: fc.constantFrom('synapse', 'dendrite'),
  deployment: fc.record({ kind: fc.constant('playbook'), release: fc.constantFrom(...releases) }),
  registration: optional(
    fc.record({
      mode: fc.oneof(mode, fc.uniqueArray(fc.constantFrom('token', 'email', 'captcha'), { minLength: 1 })),
      acknowledge: optional(fc.constant('anyone on the internet may register here without any verification')),
      captcha: optional(captcha),
      auto_join_rooms: optional(fc.constant(['#welcome:example.com'])),
      guests: optional(fc.boolean()),
    }),
  ),
  discovery: optional(
    fc.record({
      served_by: fc.constantFrom('playbook', 'web_server'),
      address: optional(fc.constant('chat.example.com')),
      federation_port: optional(fc.constant(443)),
      support: optional(fc.record({ page: optional(fc.constant('https://example.com/support')), contacts: optional(fc.constant([{ role: 'admin', email_address: 'a@example.com' }])) })),
    }),
  ),
  email: optional(fc.record({ sender: optional(fc.constant('a@example.com')), relay: optional(fc.record({ host: fc.constant('smtp.example.com'), port: fc.constantFrom(25, 587) })) })),
})

it('1,000 valid host files render no name that their release does not have, and nothing that does not start', () => {
  let valid = 0
  const property = fc.property(hosts, (host) => {
    const { config } = validateSource(parseSource('registrar.yml', JSON.stringify(host)))
    if (!config) return
    valid += 1
    const plan = planHost(config, { source: 'registrar.yml', outputDirectory: '/w', hostFileDirectory: '/w' })
    const variables = playbookVariables(plan, '..') ?? {}
    for (const release of releases) {
      for (const name of Object.keys(variables)) expect([name, judgeName(name, namesOf(release)).kind]).toEqual([name, 'known'])
    }
    expect(findDeadly(variables)).toEqual([])
  })
  fc.assert(property, { seed: 20261124, numRuns: 5000 })
  expect(valid).toBeGreaterThanOrEqual(1000)
})
