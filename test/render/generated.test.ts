import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'

const root = join(import.meta.dirname, '../..')

it('types, validator, facts and references are those of the schemas (npm run schema)', async () => {
  const script =
    "import { generated } from './schemas/build.ts'; process.stdout.write(JSON.stringify(await generated()))"
  const { stdout } = await execa(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    cwd: root,
    env: { NODE_OPTIONS: '' },
  })
  const files = JSON.parse(stdout) as Record<string, string>
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['generator/generated/host-config.ts', 'schemas/README.md', 'schemas/ERRORS.md']),
  )
  for (const [path, content] of Object.entries(files))
    expect(`${path}:\n${readFileSync(join(root, path), 'utf8')}`).toBe(`${path}:\n${content}`)
})
