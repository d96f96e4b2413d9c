import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderRole } from '../../generator/render/role.ts'

const committed = join(import.meta.dirname, '../../roles/matrix_users')
const rendered = new Map(renderRole().map(({ path, content }) => [path, content]))

describe('the role', () => {
  it('is committed as it is rendered (else: npm run role)', () => {
    const files = readdirSync(committed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const contents = files.map((file) => [join(file.parentPath, file.name).slice(committed.length + 1), readFileSync(join(file.parentPath, file.name), 'utf8')])
    expect(Object.fromEntries(contents)).toEqual(Object.fromEntries(rendered))
  })

  it('knows nothing of any host or lab', () => {
    for (const [path, content] of rendered) expect(`${path}: ${content}`).not.toMatch(/\/tmp\/|\/root\/|\.cache|127\.0\.0\.1:(?!8008)|registrar-lab/)
  })

  it('never logs the task that holds a password', () => {
    for (const homeserver of ['synapse', 'dendrite']) expect(rendered.get(`tasks/register_user_${homeserver}.yml`)).toContain('  no_log: true\n')
    expect(rendered.get('tasks/register_user.yml')).toMatch(/set_fact:[^]*?no_log: true/)
  })

  it('passes secrets on standard input only', () => {
    for (const [path, content] of rendered) {
      const argv = content.match(/argv:[^]*?stdin:/g)?.join('') ?? ''
      expect({ path, argv }).not.toMatchObject({ argv: expect.stringMatching(/password|token|secret/) as string })
    }
  })
})
