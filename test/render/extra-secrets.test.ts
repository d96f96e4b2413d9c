import type { HostConfig } from '../../generator/generated/host-config.ts'
import { parseSource } from '../../generator/load/parse-source.ts'
import { planHost } from '../../generator/plan/plan-host.ts'
import { playbookVariables } from '../../generator/render/host-variables.ts'
import { Jinja } from '../../generator/render/yaml.ts'
import { validateSource } from '../../generator/validate/validate-source.ts'

const names = new Set(['matrix_some_password', 'matrix_domain'])

function validated(extra: unknown) {
  const host = { version: 1, domain: 'example.com', host: 'matrix.example.com', homeserver: 'synapse' }
  const text = JSON.stringify({ ...host, extra_vars: { matrix_some_password: extra } }, null, 2)
  return validateSource({ ...parseSource('registrar.yml', text), playbook: { of: 'release', names } })
}

function rendered(extra: unknown): unknown {
  const { config, diagnostics } = validated(extra)
  expect(diagnostics).toEqual([])
  const options = { source: 'registrar.yml', outputDirectory: '/', hostFileDirectory: '/', known: { of: '', names } }
  return playbookVariables(planHost(config as HostConfig, options), '..')?.['matrix_some_password']
}

it.each([
  [{ env: 'SOME' }, /^lookup\('ansible.builtin.env', 'SOME'\) .*'extra_vars.matrix_some_password: the environment/],
  [{ file: 'secrets/some' }, /^lookup\('ansible.builtin.file', inventory_dir ~ '\/..\/secrets\/some', rstrip=false\)/],
  [{ command: ['pass', 'some'] }, /^lookup\('ansible.builtin.pipe', 'pass some && printf .'\)/],
  [{ ansible_var: 'vault_some' }, /^vault_some \| default\(''\)/],
])('%j in extra_vars is a secret reference', (reference, lookup) => {
  expect((rendered(reference) as Jinja).expression).toMatch(lookup)
  const [first, { deep }] = rendered([reference, { deep: [reference] }]) as [Jinja, { deep: [Jinja] }]
  expect([first, deep[0]].map((each) => each instanceof Jinja)).toEqual([true, true])
  expect(deep[0].expression).toContain('extra_vars.matrix_some_password.1.deep.0: ')
})

it.each([
  [{ env: 'A', file: 'b' }],
  [{ environment: 'A' }],
  [{}],
  [[]],
  [{ nested: { env: 'A', mode: 1 } }],
  [['env', 'A']],
])('%j is what it is', (value) => {
  expect(rendered(value)).toEqual(value)
})

it.each([
  [{ env: 'not a name' }, 'extra_vars.matrix_some_password'],
  [{ env: 1 }, 'extra_vars.matrix_some_password'],
  [{ file: '{{ x }}' }, 'extra_vars.matrix_some_password'],
  [{ command: 'pass some' }, 'extra_vars.matrix_some_password'],
  [[{ command: [] }], 'extra_vars.matrix_some_password.0'],
  [{ within: { ansible_var: { a: 1 } } }, 'extra_vars.matrix_some_password.within'],
])('%j is reported as no valid reference', (value, where) => {
  expect(validated(value).diagnostics).toEqual([
    expect.objectContaining({
      code: 'invalid-value',
      message: expect.stringContaining(`${where} looks like a secret reference`),
    }),
  ])
})
