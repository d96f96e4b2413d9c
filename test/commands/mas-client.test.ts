import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { checkoutWith, valuesIn } from '../support/taken.ts'
import { withoutAnsible } from '../support/without-ansible.ts'

afterAll(removeDirectories)

const host = 'matrix.example.com'
const [first, second] = ['01JZ8Q6M3V9K2W4X5Y7A8B9C0D', '01HFVBY12TMNTYTBV8W921M5FA']
const clients = 'matrix_authentication_service_config_clients_custom'
const extension = 'matrix_authentication_service_configuration_extension_yaml'

const client = (id: string, secret: string, more = '') =>
  `  - client_id: ${id}\n    client_auth_method: client_secret_basic\n    client_secret: ${secret}\n${more}`
const adminClients = (id: string) => `${extension}: |\n  policy:\n    data:\n      admin_clients: [${id}]\n`

function checkoutOf(vars: string): string {
  return checkoutWith({
    hosts: `[matrix_servers]\n${host} ansible_user=root\n`,
    [`host_vars/${host}/vars.yml`]: `matrix_domain: example.com\nmatrix_authentication_service_enabled: true\n${vars}`,
  })
}

async function init(checkout: string, ...more: string[]) {
  const out = join(makeDirectory(), 'work')
  const words = ['init', '--from', checkout, '--out', out, ...more]
  const run = await registrar(words, { cwd: checkout, env: withoutAnsible })
  expect(run).toMatchObject({ exitCode: 0 })
  const file = join(out, 'registrar.yml')
  const text = readFileSync(file, 'utf8')
  return { ...run, file, out, text, access: (parse(text) as { access?: { client?: object } }).access?.client }
}

const secretIn = { env: 'MAS_CLIENT_SECRET' }
const kinds: [string, string, object, string][] = [
  [
    'a secret in the clear',
    `${clients}:\n${client(first, 'hush')}${adminClients(first)}`,
    { id: first, secret: secretIn },
    'Put the client_secret',
  ],
  [
    'a secret that is encrypted',
    `${clients}:\n${client(first, '!vault |\n      $ANSIBLE_VAULT;1.1;AES256\n      6162')}${adminClients(first)}`,
    { id: first, secret: secretIn },
    'Put the client_secret',
  ],
  [
    'a secret in a variable',
    `${clients}:\n${client(first, '"{{ vault_mas_manager }}"')}${adminClients(first)}`,
    { id: first, secret: { ansible_var: 'vault_mas_manager' } },
    'only recipes can read vault_mas_manager',
  ],
  [
    'a secret that is a longer template',
    `${clients}:\n${client(first, `"{{ a | hash('sha512') }}"`)}${adminClients(first)}`,
    { id: first, secret: secretIn },
    'Put the client_secret',
  ],
  [
    'two, of which the second is an admin',
    `${clients}:\n${client(first, 'hush')}${client(second, 'hush2')}${adminClients(second)}`,
    { id: second, secret: secretIn },
    'Put the client_secret',
  ],
  [
    'one that is not an admin yet',
    `${clients}:\n${client(first, 'hush')}`,
    { id: first, secret: secretIn },
    `the playbook's next run lets it use the Admin API`,
  ],
]

describe('the client that a checkout has for MAS', () => {
  it.each(kinds)(
    '%s: init --from uses it, and generate --into leaves the list alone',
    async (_name, vars, access, says) => {
      const checkout = checkoutOf(vars)
      const before = valuesIn(checkout)[host] ?? {}
      const { access: found, text, file, stderr } = await init(checkout)
      expect(found).toEqual(access)
      expect(text + stderr).not.toMatch(/hush|6162/)
      expect(stderr).toContain(says)
      const run = await registrar(['generate', '--into', checkout, file], { cwd: checkout, env: withoutAnsible })
      expect([run.exitCode, run.stderr]).toEqual([0, expect.stringContaining('Next:')])
      const after = valuesIn(checkout)[host] ?? {}
      expect(after[clients]).toEqual(before[clients])
      expect(JSON.stringify(after[extension])).toContain((found as { id: string }).id)
      expect(after['matrix_authentication_service_admin_api_enabled']).toBe(true)
    },
  )

  it.each(kinds)('%s: init --from --take-over uses it, and keeps the list', async (_name, vars, access) => {
    const checkout = checkoutOf(
      `${vars}matrix_authentication_service_admin_api_enabled: true\nexim_relay_sender_address: matrix@example.com\n`,
    )
    const before = valuesIn(checkout)[host] ?? {}
    const { access: found, text, out, file } = await init(checkout, '--take-over')
    expect(found).toEqual(access)
    expect(parse(text)).toMatchObject({ email: { sender: 'matrix@example.com' } })
    expect(text).not.toMatch(/hush|6162|admin_api_enabled/)
    expect(await registrar(['generate', '--out', out, file], { cwd: out, env: withoutAnsible })).toMatchObject({
      exitCode: 0,
    })
    expect(valuesIn(out)[host]).toMatchObject(before)
  })

  it.each([
    ['none', ''],
    [
      'one where people log in',
      `${clients}:\n${client(first, 'hush', '    redirect_uris: [https://other.example.com/callback]\n')}`,
    ],
    ['two that are no admins', `${clients}:\n${client(first, 'hush')}${client(second, 'hush')}`],
    ['one without a secret', `${clients}:\n  - client_id: ${first}\n    client_auth_method: none\n`],
    ['one that cannot be read', `${clients}: "{{ my_clients }}"\n`],
  ])('%s: there is a new one', async (_name, vars) => {
    const { access } = await init(checkoutOf(vars))
    expect(access).toEqual({ id: expect.stringMatching(/^01[0-9A-HJKMNP-TV-Z]{24}$/), secret: secretIn })
    expect([first, second]).not.toContain((access as { id: string }).id)
  })

  it('a new one beside others is refused until the own list has it too', async () => {
    const vars = `${clients}:\n${client(first, 'hush')}${client(second, 'hush')}`
    const checkout = checkoutOf(vars)
    const { file, access } = await init(checkout)
    const generate = () => registrar(['generate', '--into', checkout, file], { cwd: checkout, env: withoutAnsible })
    const { id } = access as { id: string }
    expect(await generate()).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(`add the client ${id} there, too`),
    })
    const other = checkoutOf(`${vars}${client(id, 'hush')}`)
    expect(await registrar(['generate', '--into', other, file], { cwd: other, env: withoutAnsible })).toMatchObject({
      exitCode: 0,
    })
  })
})
