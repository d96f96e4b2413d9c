import { parse } from 'yaml'
import { releases } from '../../generator/dialects/releases.ts'
import { namesOf } from '../../generator/dialects/names.ts'
import { parseSource } from '../../generator/load/parse-source.ts'
import { planHost } from '../../generator/plan/plan-host.ts'
import { playbookVariables } from '../../generator/render/host-variables.ts'
import { toYaml } from '../../generator/render/yaml.ts'
import { validateSource } from '../../generator/validate/validate-source.ts'

const id = '01JZ8Q6M3V9K2W4X5Y7A8B9C0D'

const hostWith = (extra: object = {}, secret: object = { file: 'secrets/mas' }) => ({
  ...{
    version: 1,
    domain: 'example.com',
    host: 'matrix.example.com',
    homeserver: 'synapse',
    authority: 'mas',
    access: { client: { id, secret } },
  },
  ...extra,
})

const validate = (host: object) => validateSource(parseSource('registrar.yml', JSON.stringify(host)))

/** What the file for the playbook holds, as Ansible reads it. */
function rendered(host: object): Record<string, unknown> {
  const { config } = validate(host)
  if (!config) throw new Error('not valid')
  return parse(
    toYaml(
      playbookVariables(
        planHost(config, { source: 'registrar.yml', outputDirectory: '/w', hostFileDirectory: '/w' }),
        '../../..',
      ) ?? {},
    ),
  ) as Record<string, unknown>
}

it('the client, the Admin API and admin_clients are rendered; the secret is the one that the role has', () => {
  const variables = rendered(hostWith())
  expect(variables).toMatchObject({
    matrix_authentication_service_enabled: true,
    matrix_authentication_service_admin_api_enabled: true,
  })
  expect(variables['matrix_authentication_service_config_clients_custom']).toEqual([
    {
      client_id: id,
      client_auth_method: 'client_secret_basic',
      client_secret: expect.stringMatching(/^{{ matrix_users_mas_client_secret \|/),
    },
  ])
  expect(parse(String(variables['matrix_authentication_service_configuration_extension_yaml']))).toEqual({
    policy: { data: { admin_clients: [id] } },
  })
})

it.each(releases)('the release %s gets only names that it has, and a warning names the others', (release) => {
  const host = hostWith({ deployment: { kind: 'playbook', release } })
  const ours = Object.keys(rendered(host)).filter((name) => name.startsWith('matrix_authentication_service_'))
  expect(ours.filter((name) => !namesOf(release).has(name))).toEqual([])
  const isWhole = namesOf(release).has('matrix_authentication_service_admin_api_enabled')
  expect(ours).toHaveLength(isWhole ? 4 : 3)
  expect(validate(host).diagnostics.map(({ code, severity, message }) => ({ code, severity, message }))).toEqual(
    isWhole
      ? []
      : [
          {
            code: 'unknown-variable',
            severity: 'warning',
            message: `The playbook's release ${release} has no variable matrix_authentication_service_admin_api_enabled, so this client is not set up as a whole.`,
          },
        ],
  )
})

it.each([
  ['native', { deployment: { kind: 'native' } }],
  ['owned by the homeserver', { authority: 'homeserver', access: { token: { env: 'TOKEN' } } }],
  ['without a client', { access: undefined }],
])('nothing of it is rendered for a host that is %s', (_what, extra) => {
  const names = Object.keys(rendered(hostWith(extra)) ?? {})
  expect(names.filter((name) => /_admin_api_|_clients_custom|_extension_/.test(name))).toEqual([])
})

it.each([
  [
    'matrix_authentication_service_configuration_extension_yaml',
    'email: { transport: smtp }',
    `policy: { data: { admin_clients: [${id}] } }\nemail: { transport: smtp }`,
  ],
  [
    'matrix_authentication_service_config_clients_custom',
    [{ client_id: 'another' }],
    [{ client_id: id, client_auth_method: 'client_secret_basic', client_secret: 'x' }],
  ],
])("a value of one's own for %s is taken when it has the client too", (name, without, withIt) => {
  expect(validate(hostWith({ extra_vars: { [name]: without } })).diagnostics).toMatchObject([
    { code: 'contradicting-variable', hint: expect.stringContaining(id) },
  ])
  expect(rendered(hostWith({ extra_vars: { [name]: withIt } }))[name]).toEqual(withIt)
})
