import { jest } from '@jest/globals'
import { rmSync } from 'node:fs'
import fc from 'fast-check'
import { parseSource } from '../../generator/load/parse-source.ts'
import type { HostPlan } from '../../generator/plan/host-plan.ts'
import { planHost } from '../../generator/plan/plan-host.ts'
import { hostVariables, playbookVariables } from '../../generator/render/host-variables.ts'
import { Jinja, type YamlValue } from '../../generator/render/yaml.ts'
import { validateSource } from '../../generator/validate/validate-source.ts'
import { randomHosts } from '../support/random-hosts.ts'
import { makeWorkspace, runCommand } from '../support/workspace.ts'

jest.setTimeout(900_000)

/** 1,000 plans of random valid host files, the same in each run. */
function samplePlans(): HostPlan[] {
  const configs = fc.sample(randomHosts, { seed: 20261125, numRuns: 4000 }).flatMap((host, index) => {
    const { config } = validateSource(parseSource('registrar.yml', JSON.stringify({ ...host, host: `host${index}` })))
    return config ? [config] : []
  })
  return configs
    .slice(0, 1000)
    .map((config) => planHost(config, { source: 'registrar.yml', outputDirectory: '/w', hostFileDirectory: '/w' }))
}

/** What Ansible should read: our own expressions unevaluated, everything else as it was. */
function meant(value: YamlValue | undefined): unknown {
  if (value instanceof Jinja) return `{{ ${value.expression} }}`
  if (Array.isArray(value)) return value.map(meant)
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, meant(item)]))
    : value
}

/** Older cores tell what may not be evaluated as a mapping of one key. */
function read(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(read)
  if (typeof value !== 'object' || value === null) return value
  const { __ansible_unsafe: unsafe, ...rest } = value as Record<string, unknown>
  return unsafe === undefined
    ? Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, read(item)]))
    : unsafe
}

describe('of 1,000 random host files Ansible reads every value as what was meant', () => {
  const plans = samplePlans()
  let root: string

  beforeAll(() => {
    expect(plans).toHaveLength(1000)
    root = makeWorkspace(plans)
  })

  afterAll(() => rmSync(root, { recursive: true }))

  it.each(['2.16', 'newest'] as const)('ansible-core %s', async (ansible) => {
    const { exitCode, output } = await runCommand('ansible-inventory', ['-i', 'inventory/hosts', '--list'], root, {
      ansible,
    })
    expect(exitCode).toBe(0)
    const { _meta: found } = JSON.parse(output.slice(output.indexOf('{'))) as {
      _meta: { hostvars: Record<string, Record<string, unknown>> }
    }
    for (const plan of plans) {
      const variables = { ...playbookVariables(plan, '..'), ...hostVariables(plan, '..') }
      const seen = found.hostvars[plan.host] ?? {}
      expect(Object.fromEntries(Object.keys(variables).map((name) => [name, read(seen[name])]))).toEqual(
        meant(variables),
      )
    }
  })
})
