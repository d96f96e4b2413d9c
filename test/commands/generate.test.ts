import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { registrar as asProcess } from '../support/cli.ts'
import { registrar } from '../support/cli-in-process.ts'
import { makeDirectory, readTree, removeDirectories } from '../support/directory.ts'
import { copyExample } from '../support/examples.ts'

afterAll(removeDirectories)

describe('registrar generate', () => {
  it('exits 1 under --check while something differs, shows it with --diff, and writes nothing', async () => {
    const cwd = copyExample('native-local')
    const before = readTree(cwd)
    const checked = await registrar(['generate', '--check', '--diff'], { cwd })
    expect(checked.exitCode).toBe(1)
    expect(checked.stdout).toContain('+++ b/setup.yml\n')
    expect(readTree(cwd)).toEqual(before)
  })

  it('reports what it would do with --dry-run, and does none of it', async () => {
    const cwd = copyExample('native-local')
    const { exitCode, stderr } = await registrar(['generate', '--dry-run'], { cwd })
    expect(exitCode).toBe(0)
    expect(stderr).toContain('setup.yml: created')
    expect(existsSync(join(cwd, 'setup.yml'))).toBe(false)
  })

  it('ends with a recipe that works as it is, of several hosts too', async () => {
    const one = await registrar(['generate'], { cwd: copyExample('native-local') })
    expect(one.stderr).toMatch(/Next: just register-user john\n$/)
    const several = await registrar(['generate'], { cwd: copyExample('several-hosts') })
    expect(several.stderr).toMatch(/Next: just register-user john '' no --limit matrix\.a\.example\n$/)
    const cwd = copyExample('native-local')
    appendFileSync(join(cwd, 'registrar.yml'), 'users: [{ username: anna, password: { env: PASSWORD } }]\n')
    const { stderr } = await registrar(['generate'], { cwd })
    expect(stderr).toMatch(/Next: just plan-users\n$/)
  })

  it('says what is wrong with a host file, writes nothing and exits 2', async () => {
    const cwd = makeDirectory({ 'registrar.yml': 'version: 1\ndomian: example.com\nhost: a\nhomeserver: synapse\n' })
    const { exitCode, stderr } = await registrar(['generate'], { cwd })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('registrar.yml:2:1 error[unknown-key]')
    expect(Object.keys(readTree(cwd))).toEqual(['registrar.yml'])
  })

  it('says when there is no host file', async () => {
    const { exitCode, stderr } = await registrar(['generate'], { cwd: makeDirectory() })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('No host file found')
  })

  it('reports a file that was edited by hand and exits 1, until --force', async () => {
    const cwd = copyExample('native-local')
    await registrar(['generate'], { cwd })
    writeFileSync(join(cwd, 'setup.yml'), 'mine')
    const left = await registrar(['generate'], { cwd })
    expect(left.exitCode).toBe(1)
    expect(left.stderr).toContain('setup.yml: left alone: edited by hand')
    expect((await registrar(['generate', '--check'], { cwd })).exitCode).toBe(1)
    expect((await registrar(['generate', '--force'], { cwd })).exitCode).toBe(0)
    expect(readFileSync(join(cwd, 'setup.yml.before-registrar'), 'utf8')).toBe('mine')
  })

  it('leaves a foreign justfile alone, says so and exits 1', async () => {
    const cwd = copyExample('native-local')
    writeFileSync(join(cwd, 'justfile'), 'mine')
    const { exitCode, stderr } = await registrar(['generate', '--force'], { cwd })
    expect(exitCode).toBe(1)
    expect(stderr).toContain('justfile: left alone: this file is yours')
    expect(readFileSync(join(cwd, 'justfile'), 'utf8')).toBe('mine')
  })

  it("puts the playbook's variables beside the operator's vars.yml, unless the two disagree", async () => {
    const cwd = copyExample('playbook-ssh-synapse')
    const directory = join(cwd, 'inventory/host_vars/matrix.example.com')
    const theirs = 'matrix_homeserver_implementation: synapse\nother: !vault |\n  $ANSIBLE_VAULT\n'
    mkdirSync(directory, { recursive: true })
    writeFileSync(join(directory, 'vars.yml'), theirs)
    expect(await registrar(['generate'], { cwd })).toMatchObject({ exitCode: 0 })
    expect(readFileSync(join(directory, 'vars.yml'), 'utf8')).toBe(theirs)
    expect(readFileSync(join(directory, 'matrix_registrar.yml'), 'utf8')).toContain('matrix_domain: example.com')
    const before = readTree(cwd)
    writeFileSync(join(directory, 'vars.yml'), `matrix_domain: example.net\n${theirs}`)
    for (const words of [[], ['--check'], ['--json']]) {
      const { exitCode, stderr, stdout } = await registrar(['generate', ...words], { cwd })
      expect(exitCode).toBe(2)
      expect(stderr).toContain(
        `your inventory sets matrix_domain to "example.net"; this wins over the host file's "example.com". Make them agree.`,
      )
      expect(stderr).not.toMatch(/matrix_homeserver_implementation|Up to date/)
      if (words[0] === '--json')
        expect(JSON.parse(stdout)).toMatchObject({ written: false, contradictions: [{ variable: 'matrix_domain' }] })
    }
    expect(readTree(cwd)).toEqual({ ...before, 'inventory/host_vars/matrix.example.com/vars.yml': expect.anything() })
  })

  it('says that a file stands where a directory is to be', async () => {
    const cwd = copyExample('native-local')
    for (const path of ['registrar.yml', join('registrar.yml', 'below')]) {
      expect(await registrar(['generate', '--out', path], { cwd })).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining('registrar.yml'),
      })
    }
  })

  it('touches nothing of a checkout but its inventory/', async () => {
    const checkout = makeDirectory({
      justfile: 'theirs',
      'setup.yml': 'theirs',
      'inventory/hosts': '[matrix_servers]\nmatrix.example.com\n',
    })
    const before = readTree(checkout)
    const cwd = copyExample('playbook-ssh-synapse')
    const { exitCode } = await registrar(['generate', '--into', checkout], { cwd })
    expect(exitCode).toBe(0)
    const after = readTree(checkout)
    expect(after).toMatchObject(before)
    const made = Object.keys(after).filter((path) => !(path in before))
    expect(
      made.every((path) =>
        /^inventory\/(justfile|matrix-registrar\/|host_vars\/matrix\.example\.com\/|\.registrar\/)/.test(path),
      ),
    ).toBe(true)
    await registrar(['clean', join(checkout, 'inventory')], { cwd })
    expect(readTree(checkout)).toEqual(before)
  })

  it('prints its report as JSON', async () => {
    const { stdout } = await registrar(['generate', '--json'], { cwd: copyExample('native-local') })
    expect(JSON.parse(stdout)).toMatchObject({
      written: true,
      files: expect.arrayContaining([{ path: 'setup.yml', action: 'create' }]),
    })
  })
})

describe('registrar', () => {
  it.each([['--help'], ['validate', '--help'], ['generate', '--help'], ['clean', '--help'], ['--version']])(
    'answers %s %s',
    async (...words) => {
      const { exitCode, stdout } = await registrar(words, { cwd: makeDirectory() })
      expect(exitCode).toBe(0)
      expect(stdout.length).toBeGreaterThan(4)
    },
  )

  it('suggests the option that was probably meant, and exits 2', async () => {
    const { exitCode, stderr } = await registrar(['generate', '--chekc'], { cwd: makeDirectory() })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('--check')
  })
})

it('puts colour on terminals only, even in CI, unless FORCE_COLOR asks for it', async () => {
  const cwd = copyExample('native-local')
  const plain = await asProcess(['generate', '--diff', '--dry-run'], {
    cwd,
    env: { CI: 'true', NO_COLOR: '', FORCE_COLOR: '' },
  })
  expect(plain.stdout + plain.stderr).not.toContain('\u001b')
  const forced = await asProcess(['generate', '--diff', '--dry-run'], { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '' } })
  expect(forced.stdout + forced.stderr).toContain('\u001b[32m')
})
