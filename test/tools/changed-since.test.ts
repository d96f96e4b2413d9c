import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepareWorkspace, readSources } from '../../generator/pipeline.ts'
import { writeFiles } from '../../generator/write/write-files.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'
import { runJust } from '../support/workspace.ts'

afterAll(removeDirectories)

const host =
  'version: 1\ndomain: example.org\nhost: matrix.example.org\nhomeserver: synapse\nconnection: { kind: local, become: { enabled: false } }\ndeployment: { kind: native, python: /nowhere }\nusers_files: [people.yml]\n'

/** A workspace that was just generated, and what plan-users says in it after a change. */
async function planUsersAfter(change: (root: string) => void) {
  const root = makeDirectory({ 'registrar.yml': host, 'people.yml': 'users: [{ username: anna }]\n' })
  const { files, diagnostics } = prepareWorkspace(readSources([join(root, 'registrar.yml')]), {
    kind: 'standalone',
    out: root,
  })
  expect(diagnostics).toEqual([])
  writeFiles(files, root, { version: '1.0.0' })
  change(root)
  return runJust(root, ['plan-users'], { ansible: '2.19' })
}

it.each(['registrar.yml', 'people.yml'])('an older list than %s is not used', async (name) => {
  const { exitCode, output } = await planUsersAfter((root) => appendFileSync(join(root, name), '# changed\n'))
  expect(exitCode).not.toBe(0)
  expect(output.replace(/\s+/g, ' ')).toContain(`${name} was changed after the last registrar generate`)
})

it('a list that is as old as its host file is', async () => {
  const { output } = await planUsersAfter((root) => {
    writeFileSync(join(root, 'else.yml'), '')
  })
  expect(output).not.toContain('was changed after')
  expect(output).toContain('A program that is needed on matrix.example.org is missing')
})
