import { createHmac } from 'node:crypto'
import { jest } from '@jest/globals'
import { parse } from 'yaml'
import { parseSource } from '../../generator/load/parse-source.ts'
import { planHost } from '../../generator/plan/plan-host.ts'
import { playbookVariables } from '../../generator/render/host-variables.ts'
import { Jinja } from '../../generator/render/yaml.ts'
import { validateSource } from '../../generator/validate/validate-source.ts'
import { type CaptchaJudge, startCaptchaJudge } from '../lab/captcha-judge.ts'
import { startDendrite } from '../lab/dendrite.ts'
import { type Mailbox, startMailbox } from '../lab/mailbox.ts'
import { startSynapse, type Synapse } from '../lab/synapse.ts'
import { post, registerAsClient, type Stages } from '../support/registering.ts'

jest.setTimeout(900_000)

let judge: CaptchaJudge
let mailbox: Mailbox

beforeAll(async () => {
  judge = await startCaptchaJudge()
  mailbox = await startMailbox()
})

afterAll(async () => {
  await judge.stop()
  await mailbox.stop()
})

const acknowledge = 'anyone on the internet may register here without any verification'
const captcha = { site_key: 'site', secret_key: { env: 'CAPTCHA_SECRET' } }

/** The playbook's variables that a host file renders to; every secret is "key". */
function variablesOf(homeserver: string, registration: object): Record<string, unknown> {
  const host = { version: 1, domain: 'example.org', host: 'matrix.example.org', homeserver, registration }
  const { config, diagnostics } = validateSource(parseSource('registrar.yml', JSON.stringify(host)))
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const variables = config
    ? playbookVariables(
        planHost(config, { source: 'registrar.yml', outputDirectory: '/w', hostFileDirectory: '/w' }),
        '..',
      )
    : {}
  return Object.fromEntries(
    Object.entries(variables ?? {}).map(([name, value]) => [name, value instanceof Jinja ? 'key' : value]),
  )
}

/** The settings of a homeserver that variables with this prefix become (its role's template). */
function settings(prefix: string, variables: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  )
}

function synapseSettings(registration: object): Record<string, unknown> {
  const { configuration_extension_yaml: extension, ...rest } = settings(
    'matrix_synapse_',
    variablesOf('synapse', registration),
  )
  const email = {
    smtp_host: '127.0.0.1',
    smtp_port: mailbox.port,
    notif_from: 'Matrix <matrix@example.org>',
    enable_tls: false,
  }
  return {
    public_baseurl: 'http://localhost/',
    email,
    recaptcha_siteverify_api: judge.url,
    ...rest,
    ...(extension === undefined ? {} : (parse(String(extension)) as object)),
  }
}

/** A new token, made by an admin of the server. */
async function makeToken(server: Synapse): Promise<string> {
  const nonce = ((await (await fetch(`${server.url}/_synapse/admin/v1/register`)).json()) as { nonce: string }).nonce
  const mac = createHmac('sha1', server.sharedSecret).update(`${nonce}\0root\0secret-password\0admin`).digest('hex')
  const { body } = await post(`${server.url}/_synapse/admin/v1/register`, {
    nonce,
    username: 'root',
    password: 'secret-password',
    admin: true,
    mac,
  })
  const authorization = `Bearer ${String((body as { access_token?: string }).access_token)}`
  const made = await post(`${server.url}/_synapse/admin/v1/registration_tokens/new`, {}, { authorization })
  return String((made.body as { token?: string }).token)
}

/** An address proved as a person does it: asking for a letter, and following its link. */
async function proveAddress(url: string, address: string): Promise<object> {
  const secret = 'client-secret'
  const asked = await post(`${url}/_matrix/client/v3/register/email/requestToken`, {
    client_secret: secret,
    email: address,
    send_attempt: 1,
  })
  if (asked.status !== 200) return { refused: asked.body.errcode }
  const link = new URL(
    /https?:\S+submit_token\S+/
      .exec(await mailbox.letterTo(address))?.[0]
      .replaceAll('&amp;', '&')
      .replace(/[">].*$/, '') ?? '',
  )
  await fetch(`${url}${link.pathname}${link.search}`)
  return { threepid_creds: { sid: (asked.body as { sid?: string }).sid, client_secret: secret } }
}

function stagesOf(server: Synapse): Stages {
  return {
    'm.login.dummy': async () => ({}),
    'm.login.registration_token': async () => ({ token: await makeToken(server) }),
    'm.login.recaptcha': async () => ({ response: 'solved' }),
    'm.login.email.identity': () => proveAddress(server.url, 'alice@example.com'),
  }
}

const alice = { username: 'alice', password: 'a secret Password 1' }
const alone = 'm.login.dummy'
const token = 'm.login.registration_token'
const email = 'm.login.email.identity'
const solved = 'm.login.recaptcha'

const onSynapse: [string, object, string[]][] = [
  ['token', { mode: 'token' }, [token]],
  ['email', { mode: 'email' }, [email]],
  ['captcha', { mode: 'captcha', captcha }, [solved]],
  ['token and email', { mode: ['token', 'email'] }, [token, email]],
  ['captcha and email', { mode: ['captcha', 'email'], captcha }, [solved, email]],
  ['token and captcha', { mode: ['token', 'captcha'], captcha }, [solved, token]],
  ['token, email and captcha', { mode: ['token', 'email', 'captcha'], captcha }, [solved, token, email]],
  ['open', { mode: 'open', acknowledge }, [alone]],
]

describe('a real Synapse', () => {
  it.each(onSynapse)(
    'with the mode %s starts, asks for what that promises, and registers who answers',
    async (_name, registration, stages) => {
      const server = await startSynapse({ extra: synapseSettings(registration) })
      try {
        const refused = await registerAsClient(server.url, { ...alice, username: 'mallory' }, {})
        expect(refused.status).toBe(401)
        const { asked, ...outcome } = await registerAsClient(server.url, alice, stagesOf(server))
        expect(new Set(asked.filter((stage) => stage !== alone || stages.includes(alone)))).toEqual(new Set(stages))
        expect(outcome).toEqual({ status: 200, userId: '@alice:example.org' })
      } finally {
        await server.stop()
      }
    },
  )

  it('with the mode closed starts, and registers nobody', async () => {
    const server = await startSynapse({ extra: synapseSettings({ mode: 'closed' }) })
    expect(await registerAsClient(server.url, alice, stagesOf(server))).toMatchObject({
      status: 403,
      errcode: 'M_FORBIDDEN',
    })
    await server.stop()
  })

  it('keeps to the restrictions', async () => {
    const registration = {
      mode: 'email',
      email_domains: ['example.com'],
      password_policy: { minimum_length: 12, require_digit: true },
    }
    const server = await startSynapse({ extra: synapseSettings(registration) })
    try {
      expect(await proveAddress(server.url, 'alice@example.com.evil.example')).toEqual({ refused: 'M_THREEPID_DENIED' })
      expect(await registerAsClient(server.url, { username: 'alice', password: 'short1' }, {})).toMatchObject({
        status: 400,
        errcode: 'M_PASSWORD_TOO_SHORT',
      })
      expect(
        await registerAsClient(server.url, { username: 'alice', password: 'without any digit' }, {}),
      ).toMatchObject({ status: 400, errcode: 'M_PASSWORD_NO_DIGIT' })
    } finally {
      await server.stop()
    }
  })

  it('keeps to the rate limit', async () => {
    const server = await startSynapse({
      extra: synapseSettings({ mode: 'token', rate_limit: { per_second: 0.001, burst: 1 } }),
    })
    try {
      const given = await makeToken(server)
      const stages = { ...stagesOf(server), [token]: async () => ({ token: given }) }
      expect(await registerAsClient(server.url, alice, stages)).toMatchObject({ status: 200 })
      expect(await registerAsClient(server.url, { ...alice, username: 'bob' }, stages)).toMatchObject({ status: 429 })
    } finally {
      await server.stop()
    }
  })

  const refused: [string, Record<string, unknown>, RegExp][] = [
    ['open registration alone', { enable_registration: true }, /open registration/],
    [
      'registration behind Matrix Authentication Service',
      { ...underMas(), enable_registration: true, registration_requires_token: true },
      /enable_registration|registration/i,
    ],
    [
      'a CAPTCHA behind Matrix Authentication Service',
      { ...underMas(), enable_registration_captcha: true, recaptcha_public_key: 'site', recaptcha_private_key: 'key' },
      /captcha/i,
    ],
    [
      'passwords behind Matrix Authentication Service',
      { ...underMas(), password_config: { enabled: true } },
      /password/i,
    ],
  ]

  it.each(refused)('refuses to start with %s', async (_name, extra, reason) => {
    await expect(startSynapse({ extra })).rejects.toThrow(reason)
  })

  it('starts behind Matrix Authentication Service without those', async () => {
    const server = await startSynapse({ extra: underMas() })
    await server.stop()
  })
})

function underMas(): Record<string, unknown> {
  return {
    matrix_authentication_service: { enabled: true, endpoint: 'http://127.0.0.1:9/', secret: 'secret' },
    password_config: { enabled: false },
  }
}

describe('a real Dendrite', () => {
  const dendrite = (registration: object) => {
    const variables = variablesOf('dendrite', registration)
    const flags = (variables['matrix_dendrite_process_extra_arguments'] ?? []) as string[]
    return startDendrite({
      clientApi: {
        ...settings('matrix_dendrite_client_api_', variables),
        ...('captcha' in registration && !JSON.stringify(registration).includes('addresses')
          ? { recaptcha_siteverify_api: judge.url }
          : {}),
      },
      flags,
    })
  }
  const stages: Stages = { [alone]: async () => ({}), [solved]: async () => ({ response: 'solved' }) }

  const modes: [string, object, string[]][] = [
    ['captcha', { mode: 'captcha', captcha }, [solved]],
    ['captcha of hCaptcha', { mode: 'captcha', captcha: { ...captcha, provider: 'hcaptcha' } }, [solved]],
    ['open', { mode: 'open', acknowledge }, [alone]],
  ]

  it('with the addresses of another CAPTCHA starts, and asks there', async () => {
    const server = await dendrite({
      mode: 'captcha',
      captcha: {
        ...captcha,
        addresses: { verify: judge.url, script: 'https://captcha.example/api.js', form_field: 'answer' },
      },
    })
    try {
      expect(await registerAsClient(server.url, alice, stages)).toEqual({
        status: 200,
        userId: '@alice:example.org',
        asked: [solved],
      })
      expect(
        await registerAsClient(
          server.url,
          { ...alice, username: 'mallory' },
          { [solved]: async () => ({ response: 'guessed' }) },
        ),
      ).toMatchObject({ status: 401 })
    } finally {
      await server.stop()
    }
  })

  it.each(modes)(
    'with the mode %s starts, asks for what that promises, and registers who answers',
    async (_name, registration, asked) => {
      const server = await dendrite(registration)
      try {
        expect(await registerAsClient(server.url, alice, stages)).toEqual({
          status: 200,
          userId: '@alice:example.org',
          asked,
        })
      } finally {
        await server.stop()
      }
    },
  )

  it('with the mode closed starts, and registers nobody', async () => {
    const server = await dendrite({ mode: 'closed' })
    expect(await registerAsClient(server.url, alice, stages)).toMatchObject({ status: 403 })
    await server.stop()
  })

  it('refuses to start with open registration alone, a token or not', async () => {
    await expect(startDendrite({ clientApi: { registration_disabled: false } })).rejects.toThrow(/open registration/i)
    await expect(
      startDendrite({ clientApi: { registration_disabled: false, registration_requires_token: true } }),
    ).rejects.toThrow(/open registration/i)
  })

  it('never asks for a token', async () => {
    const server = await startDendrite({
      clientApi: { registration_disabled: false, registration_requires_token: true },
      flags: ['-really-enable-open-registration'],
    })
    expect(await registerAsClient(server.url, alice, stages)).toEqual({
      status: 200,
      userId: '@alice:example.org',
      asked: [alone],
    })
    await server.stop()
  })
})
