import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { parse } from 'yaml'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { copyExample } from '../support/examples.ts'

afterAll(removeDirectories)

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

interface Action {
  inputs: Record<string, { default: string }>
  outputs: Record<string, object>
  runs: { steps: { run: string; env: Record<string, string> }[] }
}

const action = parse(read('action.yml')) as Action

describe('the image', () => {
  const lines = read('Dockerfile').split('\n')

  it('copies what there is, and has no base image without a tag', () => {
    const copied = lines.flatMap((line) => /^COPY (?!--)(.*) \S+$/.exec(line)?.[1]?.split(' ') ?? [])
    expect(copied.length).toBeGreaterThan(0)
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([])
    const bases = lines.flatMap((line) => /^FROM (\S+)/.exec(line)?.[1] ?? [])
    expect(bases.filter((base) => !/:[\w.-]+$/.test(base) || base.endsWith(':latest'))).toEqual([])
  })

  it('does not run as root', () => {
    expect(lines.findLast((line) => line.startsWith('USER'))).toBe('USER node')
  })
})

describe('the action', () => {
  /** Its steps as GitHub runs them, with the package from here. */
  async function run(cwd: string, given: Record<string, string>, tarball: string) {
    const prefix = makeDirectory()
    const inputs = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default]))
    const valueOf = (text: string) =>
      text.replace(
        /\$\{\{ inputs\.(\S+) \}\}/g,
        (_match, name: string) => ({ ...inputs, package: tarball, ...given })[name] ?? '',
      )
    const output = join(prefix, 'output')
    const tried: { exitCode: number | undefined; stdout: string; stderr: string }[] = []
    for (const step of action.runs.steps) {
      const env = {
        ...Object.fromEntries(Object.entries(step.env).map(([name, value]) => [name, valueOf(value)])),
        npm_config_prefix: prefix,
        npm_config_offline: 'true',
        PATH: `${prefix}/bin:${process.env['PATH']}`,
        GITHUB_ACTION_PATH: root,
        GITHUB_OUTPUT: output,
        NODE_OPTIONS: '',
      }
      const shell = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run]
      const { exitCode, stdout, stderr } = await execa('bash', shell, { cwd, env, reject: false })
      tried.push({ exitCode, stdout, stderr })
      if (exitCode !== 0) break
    }
    return { ...tried.at(-1), output: existsSync(output) ? readFileSync(output, 'utf8') : '' }
  }

  it('installs the package, checks, and says what failed', async () => {
    const directory = makeDirectory()
    const { stdout } = await execa('npm', ['pack', '--ignore-scripts', '--pack-destination', directory], {
      cwd: root,
      env: { NODE_OPTIONS: '' },
    })
    const tarball = join(directory, stdout.trim().split('\n').at(-1) ?? '')
    expect(await run(copyExample('native-local'), {}, tarball)).toMatchObject({ exitCode: 0, output: 'failed=\n' })
    const cwd = makeDirectory({
      'registrar.yml': 'version: 1\ndomian: example.com\n',
      'vars.yml': 'matrix_domain: example.com\n',
    })
    const wrong = await run(cwd, { variables: 'vars.yml', generate: 'true' }, tarball)
    expect(wrong).toMatchObject({ exitCode: 1, output: 'failed=validate generate\n' })
    expect(wrong.stdout).toContain('::error file=registrar.yml,line=2')
  })

  it('has every input and output in its documentation', () => {
    const page = read('docs/installing.md')
    const names = [...Object.keys(action.inputs), ...Object.keys(action.outputs)]
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  })
})
