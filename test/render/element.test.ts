import { writeFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { releases } from '../../generator/dialects/releases.ts'
import { isKnown } from '../../generator/dialects/judge-name.ts'
import { releaseNames } from '../../generator/dialects/playbook-names.ts'
import type { HostConfig } from '../../generator/generated/host-config.ts'
import { parseSource } from '../../generator/load/parse-source.ts'
import { planHost } from '../../generator/plan/plan-host.ts'
import { playbookVariables } from '../../generator/render/host-variables.ts'
import { validateSource } from '../../generator/validate/validate-source.ts'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

const base = { version: 1, domain: 'example.com', host: 'matrix.example.com', homeserver: 'synapse' }

function planOf(keys: object) {
  const { config } = validateSource(parseSource('registrar.yml', JSON.stringify({ ...base, ...keys })))
  return planHost(config as HostConfig, { source: 'registrar.yml', outputDirectory: '/w', hostFileDirectory: '/w' })
}

/** What is set of Element beyond the domain and the homeserver. */
function renderedFor(keys: object): object {
  const {
    matrix_domain: _domain,
    matrix_homeserver_implementation: _homeserver,
    ...rest
  } = playbookVariables(planOf(keys), '..') ?? {}
  return rest
}

const elsewhere = (address: string) => ({
  matrix_client_element_enabled: false,
  matrix_synapse_email_client_base_url: address,
})

it.each([
  ['nothing set', {}, {}],
  ['true', { web: { element: true } }, { matrix_client_element_enabled: true }],
  ['false', { web: { element: false } }, { matrix_client_element_enabled: false }],
  ["the playbook's own address", { web: { element: 'https://element.example.com' } }, {}],
  ['the same with a slash and capitals', { web: { element: 'https://Element.Example.com/' } }, {}],
  [
    'the same of a domain with a port',
    { domain: 'example.com:8448', web: { element: 'https://element.example.com' } },
    {},
  ],
  ['a public Element', { web: { element: 'https://app.element.io' } }, elsewhere('https://app.element.io')],
  [
    'with what browsers show behind it',
    { web: { element: 'https://app.element.io/#/home' } },
    elsewhere('https://app.element.io'),
  ],
  ['with a path', { web: { element: 'https://example.net/chat/' } }, elsewhere('https://example.net/chat')],
  [
    'another name below the domain',
    { web: { element: 'https://chat.example.com' } },
    elsewhere('https://chat.example.com'),
  ],
  [
    'on Dendrite, which sends no mail',
    { homeserver: 'dendrite', web: { element: 'https://app.element.io' } },
    { matrix_client_element_enabled: false },
  ],
  [
    'a configured address',
    { web: { element: 'https://chat.example.com' }, extra_vars: { matrix_server_fqn_element: 'chat.example.com' } },
    { matrix_server_fqn_element: 'chat.example.com' },
  ],
  [
    'a configured address with a path',
    {
      web: { element: 'https://example.com/element' },
      extra_vars: { matrix_client_element_hostname: 'example.com', matrix_client_element_path_prefix: '/element' },
    },
    { matrix_client_element_hostname: 'example.com', matrix_client_element_path_prefix: '/element' },
  ],
  [
    'mails that link to a third place',
    {
      web: { element: 'https://app.element.io' },
      extra_vars: { matrix_synapse_email_client_base_url: 'https://app.example.org' },
    },
    elsewhere('https://app.example.org'),
  ],
])('Element: %s', (_what, keys, expected) => {
  expect(renderedFor(keys)).toEqual(expected)
})

it.each(releases)('release %s has the names', (release) => {
  const rendered = renderedFor({
    deployment: { kind: 'playbook', release },
    web: { element: 'https://app.element.io' },
  })
  expect(Object.keys(rendered)).toHaveLength(2)
  expect(Object.keys(rendered).filter((name) => !isKnown(name, releaseNames(release)))).toEqual([])
})

it.each([
  [{ element: 'https://app.element.io/' }, 'https://app.element.io/', 'https://app.element.io/#/register'],
  [{ element: false, client: 'https://cinny.example.com' }, 'https://cinny.example.com', undefined],
  [{ client: 'https://cinny.example.com' }, 'https://cinny.example.com', 'https://element.example.com/#/register'],
])('people log in and register where %j says', (web, login, register) => {
  const { elementUrl, registerUrl } = planOf({ web })
  expect([elementUrl, registerUrl]).toEqual([login, register])
})

describe('in an inventory of the operator', () => {
  const hostVars = 'mdad/inventory/host_vars/matrix.example.com'

  async function generateInto(theirs: string) {
    const cwd = makeDirectory({
      'mdad/setup.yml': '',
      'mdad/inventory/hosts': '[matrix_servers]\nmatrix.example.com\n',
      [`${hostVars}/vars.yml`]: theirs,
    })
    writeFileSync(join(cwd, 'registrar.yml'), JSON.stringify({ ...base, web: { element: 'https://chat.example.com' } }))
    const run = await registrar(['generate', '--into', 'mdad'], { cwd })
    const file = join(cwd, hostVars, 'matrix_registrar.yml')
    return { ...run, rendered: () => parse(readFileSync(file, 'utf8')) as Record<string, unknown> }
  }

  it.each([
    'matrix_server_fqn_element: chat.example.com\n',
    'matrix_client_element_hostname: chat.example.com\n',
    'matrix_server_fqn_element: "chat.{{ matrix_domain }}"\n',
    'matrix_client_element_hostname: "{{ my_own }}"\n',
  ])('its own address of Element is at home: %s', async (theirs) => {
    const { exitCode, stderr, rendered } = await generateInto(theirs)
    expect([exitCode, stderr]).toEqual([0, expect.not.stringContaining('note: matrix')])
    expect(Object.keys(rendered())).toEqual(['matrix_domain', 'matrix_homeserver_implementation'])
  })

  it('an address elsewhere counts, and what it changes is reported', async () => {
    const { exitCode, stderr, rendered } = await generateInto('matrix_server_fqn_element: other.example.com\n')
    expect(exitCode).toBe(0)
    expect(stderr).toContain("the playbook's next run removes Element from this host, as web.element says")
    expect(rendered()).toMatchObject(elsewhere('https://chat.example.com'))
  })

  it('an Element that the inventory asks for contradicts it', async () => {
    const { exitCode, stderr } = await generateInto('matrix_client_element_enabled: true\n')
    expect(exitCode).toBe(2)
    expect(stderr).toContain('your inventory sets matrix_client_element_enabled to true; this wins')
  })

  it("a link of the mails that only Ansible can read stays the operator's", async () => {
    const { exitCode, rendered } = await generateInto('matrix_synapse_email_client_base_url: "https://{{ my_own }}"\n')
    expect([exitCode, Object.keys(rendered())]).toEqual([
      0,
      ['matrix_domain', 'matrix_homeserver_implementation', 'matrix_client_element_enabled'],
    ])
  })
})
