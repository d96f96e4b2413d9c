import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { env, execPath } from 'node:process'
import { execa } from 'execa'
import { installAnsible } from '../lab/install.ts'
import { median, type Measurement, seconds } from './measurement.ts'
import { peakMemory } from './memory.ts'

const hosts = 1000
const templated = 100
const rounds = 5
const program = join(import.meta.dirname, '../../dist/registrar.js')

/** `registrar generate` for many hosts, against Ansible's own `template` writing as many files. */
export async function measureGenerate(say: (line: string) => void): Promise<Measurement[]> {
  const directory = await mkdtemp(join(tmpdir(), 'registrar-bench-'))
  try {
    await writeHostFiles(join(directory, 'hosts'))
    const generate = (out: string) =>
      execa(execPath, [program, 'generate', '--out', out], {
        cwd: directory,
        env: { NODE_OPTIONS: '' },
        stderr: 'ignore',
      })
    const [first, second, ansible]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round < rounds; round++) {
      say(`  round ${round + 1} of ${rounds}`)
      const out = join(directory, `out-${round}`)
      first.push(await seconds(() => generate(out)))
      second.push(await seconds(() => generate(out)))
      ansible.push(await seconds(() => runTemplates(join(directory, `templated-${round}`))))
    }
    const files = (await readdir(join(directory, 'out-0'), { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    ).length
    const memory = await peakMemory(execPath, [program, 'generate', '--out', join(directory, 'memory')], {
      cwd: directory,
      env: { NODE_OPTIONS: '' },
      stderr: 'ignore',
    })
    const same = (median(ansible) / templated) * files
    return [
      {
        what: `\`registrar generate\`, ${hosts} hosts (${files} files)`,
        ours: median(first),
        reference: { name: `Ansible's \`template\`, ${templated} files, scaled`, value: same },
        unit: 's',
        bar: 0.03,
      },
      { what: 'the same, peak memory', ours: memory, unit: 'MiB', bar: 300 },
      {
        what: 'a second `generate`, with nothing to do',
        ours: median(second),
        reference: { name: 'the first', value: median(first) },
        unit: 's',
        bar: 1.05,
      },
    ]
  } finally {
    await rm(directory, { recursive: true })
  }
}

async function writeHostFiles(directory: string): Promise<void> {
  await mkdir(directory)
  for (let number = 0; number < hosts; number++) {
    await writeFile(
      join(directory, `h${number}.yml`),
      `version: 1\ndomain: h${number}.example\nhost: matrix.h${number}.example\nhomeserver: synapse\nconnection: { kind: ssh, user: root }\n`,
    )
  }
}

const play = `---
- hosts: localhost
  gather_facts: false
  connection: local
  tasks:
    - ansible.builtin.template:
        src: variables.yml.j2
        dest: "{{ playbook_dir }}/h{{ item }}.yml"
        mode: "0644"
      loop: "{{ range(${templated}) | list }}"
`

const template =
  'matrix_users_homeserver: synapse\nmatrix_users_domain: h{{ item }}.example\nmatrix_users_element_url: "https://element.h{{ item }}.example"\n'

async function runTemplates(directory: string): Promise<void> {
  await mkdir(directory)
  await writeFile(join(directory, 'play.yml'), play)
  await writeFile(join(directory, 'variables.yml.j2'), template)
  const bin = await installAnsible('2.19')
  await execa('ansible-playbook', ['play.yml'], {
    cwd: directory,
    env: { PATH: [bin, env['PATH']].join(delimiter), ANSIBLE_LOCALHOST_WARNING: '0' },
    stdin: 'ignore',
  })
}
